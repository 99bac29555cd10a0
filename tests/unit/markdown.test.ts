import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../src/build/markdown.ts';

/** A page with this on it, as far as Markdown is made of it. */
const page = (content: string) => `<!DOCTYPE html><html><head>
  <link rel="canonical" href="https://site.example/handbook/ja/terms/churn/"></head>
  <body><nav>Menu</nav><main><article>${content}</article></main>
  <footer><p>Menu</p><p>Text: <a href="https://license.example/" rel="license">CC</a></p></footer></body></html>`;
const footing = '\nText: [CC](https://license.example/)\n';
const markdown = (content: string) => markdownOf(page(content)).replace(footing, '');

describe('a page as Markdown', () => {
  it('ends with its license and leaves out what stands around the article', () => {
    expect(markdownOf(page('<h1>Churn</h1>'))).toBe(`# Churn\n${footing}`);
  });

  it('has a name without its reading and without the places where a line may break', () => {
    expect(markdown('<h1><ruby>解約率<rp>（</rp><rt>かいやくりつ</rt><rp>）</rp></ruby></h1>')).toBe('# 解約率\n');
    expect(markdown('<h1>カスタマー<wbr>サクセス</h1>')).toBe('# カスタマーサクセス\n');
  });

  it('has whole addresses, below a base path too', () => {
    expect(markdown('<p><a href="/handbook/ja/terms/ltv/">LTV</a> <a href="#source-a">(A)</a></p>')).toBe(
      '[LTV](https://site.example/handbook/ja/terms/ltv/) [(A)](https://site.example/handbook/ja/terms/churn/#source-a)\n',
    );
  });

  it.each([
    ['<mfrac><mrow><mi>lost</mi></mrow><mrow><mi>start</mi></mrow></mfrac>', 'lost / start'],
    ['<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi><mo form="infix">×</mo><mi>c</mi></mrow></mfrac>', 'a / (b × c)'],
    ['<mfrac><mrow><mi>a</mi></mrow><mrow><mfrac><mi>b</mi><mi>c</mi></mfrac></mrow></mfrac>', 'a / (b / c)'],
    [
      '<mn>1</mn><mo form="infix">−</mo><msup><mrow><mo>(</mo><mn>1</mn><mo form="infix">−</mo><mi>churn</mi><mo>)</mo></mrow><mrow><mn>12</mn></mrow></msup>',
      '1 − (1 − churn)^12',
    ],
    ['<msup><mi>q</mi><mrow><mn>1</mn><mo form="infix">+</mo><mi>n</mi></mrow></msup>', 'q^(1 + n)'],
  ])('has the formula %s in one line', (formula, text) => {
    expect(markdown(`<div><math display="block">${formula}</math></div>`)).toBe(`${text}\n`);
    expect(markdown(`<div><div class="formula"><math>${formula}</math></div></div>`)).toBe(`${text}\n`);
  });

  it('has tables, cards and pictures as text, and no sign of it is taken for markup', () => {
    const written =
      markdown(`<dl><div><dt>Kind</dt><dd>Metric</dd></div><div><dt>n</dt><dd>&lt;b&gt; *all*</dd></div></dl>
      <figure><svg><text>0</text></svg><figcaption>After a year<details><summary>Show</summary><table><thead><tr>
      <th>a</th></tr></thead><tbody><tr><td>x|y</td></tr></tbody></table></details></figcaption></figure>`);
    expect(written).toBe('- **Kind**: Metric\n- **n**: \\<b> \\*all\\*\n\nAfter a year\n\n| a |\n| - |\n| x\\|y |\n');
  });

  it('has a full-width colon in Japanese', () => {
    const html = page('<dl><div><dt>種類</dt><dd>指標</dd></div></dl>').replace('<html>', '<html lang="ja">');
    expect(markdownOf(html)).toBe(`- **種類**：指標\n${footing}`);
  });

  it('leaves out what has to be pressed', () => {
    const written = markdown(`<cite-page><details><summary>Cite</summary><p>Atlas (2026).</p>
      <p hidden><button>Copy</button></p><p><a href="/en/terms/churn.md" type="text/markdown">Open</a></p>
      <p role="status"></p></details></cite-page>`);
    expect(written).toBe('---\n\nAtlas (2026).\n');
  });

  it('has the question to check oneself, with every answer and its reason', () => {
    const written = markdown(`<section class="check"><p>How many?</p>
      <details name="n"><summary>One</summary><p><strong>Right.</strong> There is one.</p></details>
      <details name="n"><summary>Two</summary><p><strong>Wrong.</strong> There is one.</p></details>
      <p class="no-print">Open an answer.</p></section>`);
    expect(written).toBe('How many?\n\n- One\n\n  **Right.** There is one.\n\n- Two\n\n  **Wrong.** There is one.\n');
  });

  it('has an address as it is, also where a program knows no backslash in one', () => {
    expect(markdown('<p>R&amp;D: <a href="/ja/ltv/#v=1&amp;churn=0.05">1&amp;1</a></p>')).toBe(
      'R\\&D: [1&1](https://site.example/ja/ltv/#v=1&churn=0.05)\n',
    );
  });
});
