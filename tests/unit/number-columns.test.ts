import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { numberColumns } from '../../src/build/number-columns.ts';

const table = (...cells: string[]) =>
  ['| Name | Value |', '|---|---|', ...cells.map((cell) => `| A | ${cell} |`)].join('\n');
const classesIn = (...cells: string[]) =>
  (markdownToHtml(table(...cells), { hastPlugins: [numberColumns] }).html.match(/class="number"/g) ?? []).length;

describe('the columns of a table', () => {
  it('that hold numbers alone are set as numbers, their heading too', () => {
    expect(classesIn('80', '1,200', '12.5%')).toBe(4);
    expect(classesIn('$310', '−3', '£1,500')).toBe(4);
    expect(classesIn('4万円', '24社', '+2万4,000円')).toBe(4);
  });

  it('that hold anything else are not', () => {
    expect(classesIn('80', 'none')).toBe(0);
    expect(classesIn('9–10', '7–8')).toBe(0);
    expect(classesIn('80', '**80**')).toBe(0);
    expect(classesIn('3 of 60 customers')).toBe(0);
    expect(classesIn('1,600人中720人')).toBe(0);
    expect(classesIn('80', '')).toBe(0);
  });

  it('are not their names, and a computed number is one', () => {
    const numbered = markdownToHtml('| 1 | 2 |\n|---|---|\n| 3 | 4 |', { hastPlugins: [numberColumns] }).html;
    expect(numbered.match(/class="number">\d/g)).toEqual(['class="number">2', 'class="number">4']);
    const { code } = mdxToJs(table('<Result of="churnRate" />', '5%'), { hastPlugins: [numberColumns] });
    expect(code.match(/className: "number"/g)?.length).toBe(3);
  });
});
