import type { Element, ElementContent } from 'hast';
import { defineHastPlugin, type HastNode } from 'satteri';

/** A number with its sign, currency or unit: −3, $1,200, 12.5%, 2万4,000円, 90 min. */
const number = /^[−+]?\p{Sc}?(?:\d[\d,]*[億万])*\d[\d,.]*\s?(?:\p{L}|%){0,4}$/u;

const isElement =
  (...names: string[]) =>
  (node: ElementContent | HastNode): node is Element =>
    node.type === 'element' && names.includes(node.tagName);

function inside(node: Element, ...names: string[]): Element[] {
  return node.children.filter(isElement(...names));
}

/** Whether a cell holds a number alone, typed or computed. */
function isNumber(cell: Element): boolean {
  const [only, ...others] = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (!only || others.length > 0) return false;
  if (only.type === 'text') return number.test(only.value.trim());
  return 'name' in only && only.name === 'Result';
}

/** Gives the columns of a table that hold numbers alone the class `number`, so that their digits stand below each other. */
export const numberColumns = defineHastPlugin({
  name: 'number-columns',
  element: {
    filter: ['table'],
    visit(table, context) {
      const rows = inside(table, 'thead', 'tbody').flatMap((part) => inside(part, 'tr'));
      const [head = [], ...body] = rows.map((row) => inside(row, 'th', 'td'));
      head.forEach((heading, column) => {
        const cells = body.flatMap((row) => row[column] ?? []);
        if (column === 0 || cells.length === 0 || !cells.every(isNumber)) return;
        for (const cell of [heading, ...cells]) context.setProperty(cell, 'className', ['number']);
      });
    },
  },
});
