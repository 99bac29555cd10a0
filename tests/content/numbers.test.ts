import { describe, expect, it } from 'vitest';
import { annualChurnRate, survivalShare } from '../../src/lib/metrics/churn/churn-periods.ts';
import { monthlyDiscountRate } from '../../src/lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { proportionInterval } from '../../src/lib/metrics/statistics/proportion-interval.ts';
import { answerOf } from '../unit/answer-of.ts';
import { type Page, pages, prose, questions } from './texts.ts';
import { countsIn, inputsOf, isQuotient, isTyped, typedNumbers } from './typed-numbers.ts';

/**
 * What a scene starts from, and what is said in passing: numbers that follow from nothing else on their page. Every
 * other is put into a component, computed by one, or stands in a sentence with its source.
 */
const given: Readonly<Record<string, readonly string[]>> = {
  'en/churn-rate': ['12 times', '4%'],
  'en/closed-loop-feedback': ['15%'],
  'en/cost-center': ['5%', '$1'],
  'en/cs': ['4.2', '3.9'],
  'en/customer-advocacy': ['$200'],
  'en/customer-lifetime-value': ['$150'],
  'en/customer-solution': ['$14,000', '$9,500'],
  'en/high-touch': ['$600'],
  'en/net-promoter-score': ['30%'],
  'en/ownership-to-experience': ['$2,400', '$90'],
  'en/profit-center': ['$500', '$20,000', '$8,000'],
  'en/repeat-purchase-rate': ['35%'],
  'en/retention-model': ['$130', '$400'],
  'en/retention-rate': ['5%', '25%', '95%', '96%'],
  'en/subscription': ['$800'],
  'en/switching-cost': ['$60', '$300', '$25'],
  'en/value-chain': ['$310', '$640', '$150', '$420', '$180'],
  'en/voice-of-the-customer': ['95%'],
  'en/churn-rate-vs-retention-rate': ['4%'],
  'en/customer-first-vs-customer-orientation': ['$40,000'],
  'en/customer-success-vs-customer-support': ['10%'],
  'en/profit-center-vs-cost-center': ['$40,000'],
  'en/subscription-vs-retention-model': ['$45'],
  'en/upsell-vs-cross-sell': ['$200', '$260', '$90'],
  'en/trainers': ['4.0'],
  'ja/behavioral-data': ['2倍'],
  'ja/churn-rate': ['12倍', '4%'],
  'ja/cost-center': ['5%', '600円'],
  'ja/cs': ['1,200万円'],
  'ja/customer-lifetime-value': ['12万円', '6万円', '3万円'],
  'ja/customer-loyalty': ['300万円'],
  'ja/customer-satisfaction': ['1ポイント'],
  'ja/high-touch': ['8%', '6%', '7.8%', '6.4%', '4万円'],
  'ja/net-promoter-score': ['30%'],
  'ja/ownership-to-experience': ['4,500円'],
  'ja/proactive-and-reactive': ['2割'],
  'ja/profit-center': ['3万円', '80万円', '27万円'],
  'ja/retention-model': ['0.6円'],
  'ja/retention-rate': ['5%', '95%', '5倍', '96%'],
  'ja/reward-program': ['2倍'],
  'ja/subscription': ['10万円'],
  'ja/switching-cost': ['2万円'],
  'ja/tech-touch': ['2倍'],
  'ja/upsell': ['1割'],
  'ja/value-chain': ['9万円', '16万円', '3万円', '11万円', '5万円'],
  'ja/voice-of-the-customer': ['95%'],
  'ja/vuca': ['4倍'],
  'ja/behavioral-data-vs-attitudinal-data': ['1割'],
  'ja/churn-rate-vs-retention-rate': ['4%', '2%'],
  'ja/customer-first-vs-customer-orientation': ['600万円'],
  'ja/customer-success-vs-customer-support': ['40万円', '20万円'],
  'ja/profit-center-vs-cost-center': ['300万円'],
  'ja/subscription-vs-retention-model': ['6万円', '10万円'],
  'ja/upsell-vs-cross-sell': ['1万円', '1万4,000円', '6,000円'],
  'ja/trainers': ['4.0'],
  'ja/customer-orientation check': ['4倍'],
  'en/second-moment-of-truth check': ['96%', '88%', '4%', '31%'],
  'ja/second-moment-of-truth check': ['96%', '88%', '4%', '31%'],
  'en/switching-cost check': ['$9,000'],
  'ja/switching-cost check': ['90万円'],
};

/** Numbers that follow from others where no component can stand, or none gives them: worked out here. */
const worked: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'cost-center': { $9: 9 * 1, $6: 6 * 1 },
  'repeat-purchase-rate': { '30 points': 301 / 860 - 17 / 340 },
  'churn-rate-vs-retention-rate': { '2ポイント': 0.98 - 0.96, '0.2ポイント': 0.01 - 0.008 },
  'adoption-rate check': { '25%': 15 / 60, '90%': 54 / 60 },
  'attitudinal-data check': { '80%': 80 / 100 },
  'churn-prediction check': { '94%': 940 / 1000 },
  'churn-rate check': {
    '48%': 12 * 0.04,
    '12倍': 12,
    '39%': answerOf(annualChurnRate({ churn: 0.04 })),
    '61%': answerOf(survivalShare({ churn: 0.04, periods: 12 })),
  },
  'repeat-purchase-rate check': { '56%': 4 * 0.14, '4倍': 4 },
  'retention-rate check': { '104%': 520 / 500, '85%': 440 / 520, '84%': (500 - 80) / 500, '88%': 440 / 500 },
  'churn-rate-vs-retention-rate check': {
    '24%': 12 * 0.02,
    '12倍': 12,
    '2倍': 0.04 / 0.02,
    '78%': answerOf(survivalShare({ churn: 0.02, periods: 12 })),
    '22%': answerOf(annualChurnRate({ churn: 0.02 })),
  },
};

const listed = (page: Page) => given[page.name] ?? [];
const workedFor = ({ name, locale }: Page) => worked[name.slice(locale.length + 1)] ?? {};

const citation = /\]\(ref:/;
const sentencesOf = (page: Page) => page.lines.flatMap((line) => line.split(/(?<=[.?!]["”]?) |(?<=。)/));
const withComplements = (values: readonly number[]) =>
  values.flatMap((value) => (value > 0 && value < 1 ? [value, 1 - value] : [value]));

/** Numbers of a page that nothing stands behind. `inputs` are those that a reader is given elsewhere on it. */
function unaccounted(page: Page, inputs: readonly number[]): string[] {
  const scene = listed(page).flatMap((text) => typedNumbers(text).map(({ value }) => value));
  const known = withComplements([...inputs, ...scene]);
  return sentencesOf(page)
    .filter((sentence) => !citation.test(sentence))
    .flatMap((sentence) => {
      const text = prose(sentence);
      return typedNumbers(text)
        .filter((number) => {
          const answer = workedFor(page)[number.text];
          if (answer !== undefined) return !isTyped(number, answer);
          if (isQuotient(number, text)) return true;
          const isNamed = number.value === 0 || number.text === '100%' || listed(page).includes(number.text);
          return !isNamed && !known.some((value) => isTyped(number, value));
        })
        .map((number) => `${number.text} in "${text}"`);
    });
}

const unaccountedOnPage = (page: Page) => unaccounted(page, inputsOf(page.lines.join('\n')));

/** In a self-check, the question gives and the answers follow. */
function unaccountedInAnswers({ lines: [question = '', ...answers], ...page }: Page): string[] {
  const asked = typedNumbers(question).map(({ value }) => value);
  return unaccounted({ ...page, lines: answers }, asked);
}

describe('every rate and amount of money that is typed is given, computed or cited', () => {
  it.each(pages.map((page) => [page.name, page] as const))('on %s', (_, page) => {
    expect(unaccountedOnPage(page)).toEqual([]);
  });

  it.each(questions.map((page) => [page.name, page] as const))('in %s', (_, page) => {
    expect(unaccountedInAnswers(page)).toEqual([]);
  });

  it('and what is listed here as given or worked out is really there', () => {
    const typed = new Map(
      [...pages, ...questions].map((page) => [page, page.lines.flatMap((line) => typedNumbers(prose(line)))]),
    );
    const isThere = (name: string, text: string) =>
      [...typed].some(
        ([page, numbers]) =>
          [page.name, page.name.slice(3)].includes(name) && numbers.some((number) => number.text === text),
      );
    const all = [
      ...Object.entries(given),
      ...Object.entries(worked).map(([name, texts]) => [name, Object.keys(texts)] as const),
    ];
    const stale = all.flatMap(([name, texts]) =>
      texts.filter((text) => !isThere(name, text)).map((text) => `${name}: ${text}`),
    );
    expect(stale).toEqual([]);
  });

  const intervals = pages.flatMap((page) =>
    sentencesOf(page)
      .filter((sentence) => sentence.includes('](ref:wilson-1927)') && sentence.includes('%'))
      .map((sentence) => [page.name, prose(sentence)] as const),
  );
  it.each(intervals)('on %s, the interval is that of its counts: %s', (_, sentence) => {
    const [first = 0, second = 0] = countsIn(sentence);
    const counts = { successes: Math.min(first, second), trials: Math.max(first, second) };
    const { lower, upper } = answerOf(proportionInterval(counts));
    const [confidence, from, to] = typedNumbers(sentence);
    expect(confidence?.text).toBe('95%');
    expect(from && isTyped(from, lower)).toBe(true);
    expect(to && isTyped(to, upper)).toBe(true);
  });

  it.each(
    pages
      .filter(({ lines }) => lines.some((line) => line.includes('discount: 0.')))
      .map((page) => [page.name, page] as const),
  )('on %s, the discount per month is that of the discount per year', (_, { lines }) => {
    const text = lines.join('\n');
    const yearly = typedNumbers(prose(text)).map(({ value }) =>
      answerOf(monthlyDiscountRate({ annualDiscountRate: value })),
    );
    for (const [, discount] of text.matchAll(/discount: (0\.\d+)/g))
      expect(yearly.some((rate) => Math.abs(rate - Number(discount)) < 5e-9)).toBe(true);
  });
});

describe('a number that nobody computed is found', () => {
  const typedOn = (...lines: string[]) => unaccountedOnPage({ name: 'en/planted', locale: 'en', lines });
  const rate = '<Result of="customerChurnRate" inputs={{ customersAtStart: 800, customersLost: 24 }} />';
  const value = '<Worked of="simpleLifetimeValue" inputs={{ arpa: 12000, grossMargin: 0.8, churn: 0.05 }} />';

  it.each([
    ['the result of a component, typed again', `Of 800, 24 left: ${rate}. So 3% left.`],
    [
      'a share of two counts, although a component has the same number',
      `${value} 100人のうち5人、つまり5%が離れました。`,
    ],
    ['a share that is wrong', `${rate} Of 100 customers, 4 left, which is 6%.`],
    ['a total', `${value} 12,000円が20か月続くので、合わせて19万2,000円です。`],
    ['money in dollars', `${value} That comes to $192,000.`],
    ['a multiple', `${value} 残る社数は4倍です。`],
    ['a decimal', `${rate} The average is 4.3.`],
    [
      'a number beside a citation in another sentence',
      'Churn fell [](ref:noble-2011-defining-churn-rate). It was 7% then.',
    ],
  ])('%s', (_, line) => {
    expect(typedOn(line)).toHaveLength(1);
  });

  it.each([
    ['an input, in whatever way it is written', `${value} 1.2万円 12,000円 1万2,000円 5% 5.0% 80%`],
    ['what is left of an input', `${value} With 95% staying, 20% goes to cost.`],
    ['all and nothing', 'Between 0% and 100%, for $0.'],
    ['a number with its source', 'It rose by 5% [](ref:noble-2011-defining-churn-rate).'],
    ['counts of things', 'Of 1,200 customers, 24 left in 12 months.'],
  ])('and left alone is %s', (_, line) => {
    expect(typedOn(line)).toEqual([]);
  });
});
