import type { Element, Text } from 'hast';
import { defineHastPlugin } from 'satteri';

/** Japanese with the Latin letters written to it: CS部. */
const japanese = /([A-Za-z]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/u;

/** Marks the Japanese words in a text of another language, so that they are read aloud and drawn as Japanese. */
export const japaneseWords = defineHastPlugin({
  name: 'japanese-words',
  text(node, context) {
    // What was found stands at the odd places.
    const parts = node.value.split(japanese);
    if (parts.length === 1) return;
    const text = (value: string): Text => ({ type: 'text', value });
    const marked = (value: string): Element => ({
      type: 'element',
      tagName: 'span',
      properties: { lang: 'ja' },
      children: [text(value)],
    });
    context.replaceNode(
      node,
      parts.map((part, index) => (index % 2 === 0 ? text(part) : marked(part))),
    );
  },
});
