import { describe, expect, it } from 'vitest';
import { pruneClasses, pruneStyles, shortenNames } from '../../src/build/prune-page.ts';
import { amountText } from '../../src/components/mdx/amount-text.ts';
import { pictureProps } from '../../src/lib/glossary/picture-props.ts';

describe('a picture on a page', () => {
  it('takes the numbers it is for', () => {
    const bars = {
      title: 'Churn',
      unit: 'percent',
      items: [
        { name: 'a', value: 0.1, strong: true },
        { name: 'b', value: 0 },
      ],
    };
    expect(pictureProps('Bars', bars)).toEqual(bars);
  });

  it.each([
    ['Bars', { title: 'Churn', unit: 'share', items: [] }, '<Bars> · unit · has a value that is not on the list'],
    ['Bars', { title: 'Churn', unit: 'days', items: [{ name: 'a', value: 1 }] }, 'Compare at least two'],
    ['RevenueBridge', { start: 100, lost: 5 }, '<RevenueBridge> · lost · is not a known field'],
    ['RevenueBridge', { start: 100, churned: -5 }, '<RevenueBridge> · churned · is negative'],
    [
      'RevenueOverTime',
      { start: 100, churn: 2, expansion: 0.03, months: 24 },
      '<RevenueOverTime> · churn · is no share',
    ],
    ['PaybackCurve', { arpa: 100, grossMargin: 0.8, churn: 0.03, months: 24 }, '<PaybackCurve> · cac · is missing'],
    [
      'CohortTable',
      {
        cohorts: [
          { name: 'Jan', customers: [10, 12] },
          { name: 'Feb', customers: [10, 8] },
        ],
      },
      '<CohortTable> · cohorts[1].customers · grows',
    ],
    ['Timeline', { events: [{ year: 1990.5, text: 'a' }] }, '<Timeline> · events[1].year · is not whole'],
    [
      'Timeline',
      {
        events: [
          { year: 1990, text: 'a' },
          { year: 1984, text: 'b' },
          { year: 2000, text: 'c' },
        ],
      },
      '<Timeline> · events · is out of order',
    ],
    ['ConditionsCheck', { conditions: [], met: 'a', unmet: 'b' }, 'is too short'],
    ['SurvivalSteps', { groups: [] }, '<SurvivalSteps> · groups · is empty'],
    ['IntervalsBySize', { share: 0.4, sizes: [2.5, 10] }, '<IntervalsBySize> · sizes[1] · '],
    [
      'RecencyFrequencyGrid',
      { counts: [[1, 2], [3]] },
      '<RecencyFrequencyGrid> · counts · has rows of different lengths',
    ],
    ['DurationHistogram', { unit: 'days', values: [1, 2, 3] }, '<DurationHistogram> · values · is too short'],
  ] as const)('stops the build where <%s> gets %j', (name, props, problem) => {
    expect(() => pictureProps(name, props)).toThrow(problem);
  });
});

describe('an amount in a picture', () => {
  const japanese = { locale: 'ja', currency: 'JPY' } as const;
  it.each([
    [0, '0円'],
    [600, '600円'],
    [8000, '8,000円'],
    [14_000, '1.4万円'],
    [1_084_000, '108.4万円'],
    [-30_000, '−3万円'],
    [-0.2, '0円'],
    [12_000_000, '1,200万円'],
    [250_000_000, '2.5億円'],
  ])('of %d yen is written as in Japanese text', (value, text) => {
    expect(amountText(value, japanese)).toBe(text);
  });

  it('of another currency, or in English, is written as elsewhere on the site', () => {
    expect(amountText(14_000, { locale: 'en', currency: 'JPY' })).toBe('¥14,000');
    expect(amountText(14_000, { locale: 'ja', currency: 'USD' })).toBe('$14,000');
  });
});

describe('the styles of a page', () => {
  const style =
    '<style>.chart-bar{fill:red}.chart-bar.chart-tone-plain,.chart-key{x:y}p.astro-aaaaaaaa{x:y}h2{x:y}</style>';
  const page = '<p><rect class="chart-bar"></rect></p>';

  it('keep the parts of charts that are drawn on it, and no others', () => {
    expect(pruneStyles(style + page)).toBe(`<style>.chart-bar{fill:red}h2{x:y}</style>${page}`);
  });

  it('leave the class of a component only where a rule asks for it', () => {
    const style =
      '<style>nav.astro-aaaaaaaa a.astro-aaaaaaaa[aria-current]{x:y}.bar.astro-aaaaaaaa:hover{x:y}li.astro-bbbbbbbb,.astro-bbbbbbbb.wide{x:y}</style>';
    const page =
      '<nav class="astro-aaaaaaaa"><a href="/" class="astro-aaaaaaaa">x</a><b class="astro-aaaaaaaa">x</b></nav><p class="bar astro-aaaaaaaa"><i class="other astro-aaaaaaaa"></i><i class="wide astro-bbbbbbbb"></i>';
    expect(pruneClasses(style + page)).toBe(
      `${style}<nav class="astro-aaaaaaaa"><a href="/" class="astro-aaaaaaaa">x</a><b>x</b></nav><p class="bar astro-aaaaaaaa"><i class="other"></i><i class="wide astro-bbbbbbbb"></i>`,
    );
  });

  it('have short names for components, and nothing else gets one', () => {
    const html = '<style>.astro-abcd1234{x:y}</style><p class="a astro-abcd1234" data-astro-template astro-prefetch-x>';
    expect(shortenNames(html)).toBe(html.replaceAll('astro-abcd1234', 'c0'));
    expect(shortenNames(shortenNames(html))).toBe(shortenNames(html));
  });

  it('keep all parts of charts where an island may draw some later', () => {
    const island = `${page}<astro-island></astro-island>`;
    expect(pruneStyles(style + island)).toBe(`${style.replace('p.astro-aaaaaaaa{x:y}', '')}${island}`);
  });
});
