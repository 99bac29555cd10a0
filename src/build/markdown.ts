import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { defaultHandlers, type Options, toMdast } from 'hast-util-to-mdast';
import type { Paragraph, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { htmlToHast } from 'satteri';

/** A drawing says in its caption what it shows. Not even reading it saves half of the time. */
const unread = /<(svg|style|script)\b.*?<\/\1>/gs;

/** What works only on the page, or only repeats for the eye or the ear what stands beside it. */
const leftOutElements = new Set(['button', 'dfn', 'rp', 'rt', 'wbr']);

function isLeftOut(node: Element): boolean {
  const { tagName, properties } = node;
  // How to cite a page belongs to a copy of it, though not to its print, which carries its address.
  const isForScreen = properties.role === 'status' || (hasClass(node, 'no-print') && tagName !== 'cite-page');
  const isItself = tagName === 'a' && properties.type === 'text/markdown';
  return leftOutElements.has(tagName) || Boolean(properties.hidden) || isForScreen || isItself;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

/** Takes out of the tree what is left out, and the places in a source that nobody reads again. */
function prune(node: Nodes): void {
  delete node.position;
  if (!('children' in node)) return;
  node.children = node.children.filter((child) => child.type !== 'element' || !isLeftOut(child));
  node.children.forEach(prune);
}

function find(node: Nodes, isWanted: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && isWanted(node)) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

const isNamed = (name: string) => (node: RootContent) => node.type === 'element' && node.tagName === name;
/** The paragraph that names the license of the text. */
const isLicense = ({ tagName, children }: Element) =>
  tagName === 'p' && children.some((child) => child.type === 'element' && String(child.properties.rel) === 'license');
const isInfix = ({ properties }: Element) => properties.form === 'infix';

/** MathML on one line: a slash for a fraction, a caret for a power, and the brackets those then need. */
function formulaText(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const operand = (part: RootContent) => {
    const isCompound = find(part, (element) => isInfix(element) || element.tagName === 'mfrac');
    return isCompound ? `(${formulaText(part)})` : formulaText(part);
  };
  const [first, second] = node.children;
  if (first && second && node.tagName === 'mfrac') return `${operand(first)} / ${operand(second)}`;
  // Its base has its brackets already where it needs them.
  if (first && second && node.tagName === 'msup') return `${formulaText(first)}^${operand(second)}`;
  const text = node.children.map(formulaText).join('');
  return isInfix(node) ? ` ${text} ` : text;
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** A new one each time: neighboring texts are merged into the first. */
const text = (value: string) => ({ type: 'text' as const, value });

/** The steps of a calculation stand in paragraphs of their own. */
function formula(value: string, parent: Nodes | undefined): Text | Paragraph {
  const isStep = parent?.type === 'element' && parent.tagName === 'div';
  return isStep ? { type: 'paragraph', children: [text(value)] } : text(value);
}

/** @param separator Stands between a name and what is said of it. */
const handlersWith = (separator: string): Options['handlers'] => ({
  /** The footing begins where a page says how to cite it. */
  'cite-page': (state, node) => [{ type: 'thematicBreak' }, ...state.all(node)],
  dl: (state, node, parent) => {
    const items = node.children.flatMap((group) => {
      const name = find(group, isNamed('dt'));
      const meaning = find(group, isNamed('dd'));
      return name && meaning
        ? [element('li', [element('strong', name.children), text(separator), ...meaning.children])]
        : [];
    });
    return state.one(element('ul', items), parent);
  },
  /** The kind and the other names, above the name here, stand again in the card. */
  header: (state, node) => state.all({ ...node, children: node.children.filter(isNamed('h1')) }),
  /** A formula in several pieces, so that its line can be broken on the page. */
  div: (state, node, parent) =>
    hasClass(node, 'formula')
      ? formula(node.children.map(formulaText).join('').replace(/ +/g, ' '), parent)
      : defaultHandlers.div(state, node),
  /** A question, and its answers as a list, each with its reason. */
  section: (state, node) => {
    if (!hasClass(node, 'check')) return defaultHandlers.section(state, node);
    const isAnswer = isNamed('details');
    const answers = node.children.filter(isAnswer).flatMap((answer) => {
      const said = find(answer, isNamed('summary'));
      return said && 'children' in answer
        ? [element('li', [element('p', said.children), ...answer.children.filter((child) => child !== said)])]
        : [];
    });
    const others = node.children.filter((child) => !isAnswer(child));
    return state.all({ ...node, children: [...others, element('ul', answers)] });
  },
  /** Nothing is folded in Markdown. */
  summary: () => undefined,
  math: (_, node, parent) => formula(formulaText(node), parent),
  /** What a neighbor is to the term. */
  span: (state, node) => (hasClass(node, 'soft') ? [text(separator), ...state.all(node)] : state.all(node)),
});

/** Whether a page names a Markdown version of itself. It is made by the build: a term page has no bytes left for a converter. */
export const hasMarkdown = (html: string): boolean => html.includes('<link rel="alternate" type="text/markdown"');

/** A built page of the glossary as Markdown: all that is read on it, what to cite, and its license. */
export function markdownOf(html: string): string {
  const page = htmlToHast(html.replace(unread, '')) as Nodes;
  prune(page);
  const address = find(page, ({ properties }) => String(properties.rel) === 'canonical')?.properties.href;
  const article = find(page, isNamed('article'));
  const license = find(page, isLicense);
  if (!address || !article || !license) throw new Error('The page has no canonical address, no article or no license.');
  // A link is resolved against this address.
  const base = element('base', [], { href: address });
  const separator = html.includes('<html lang="ja"') ? '：' : ': ';
  const tree = toMdast(
    { type: 'root', children: [base, article, license] },
    { handlers: handlersWith(separator), document: true },
  );
  const markdown = toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  });
  // In an address an ampersand needs no backslash, and some programs would keep it.
  return markdown.replace(/\]\(\S+?\)/g, (target) => target.replaceAll('\\&', '&'));
}
