import { describe, expect, it } from 'vitest';
import { annualChurnRate, survivalShare } from '../../src/lib/metrics/churn/churn-periods.ts';
import { kaplanMeier } from '../../src/lib/metrics/churn/kaplan-meier.ts';
import { monthlyDiscountRate } from '../../src/lib/metrics/lifetime-value/discounted-lifetime-value.ts';
import { shiftedBetaGeometricRetention } from '../../src/lib/metrics/lifetime-value/shifted-beta-geometric.ts';
import { proportionDifference } from '../../src/lib/metrics/statistics/proportion-difference.ts';
import { proportionInterval } from '../../src/lib/metrics/statistics/proportion-interval.ts';
import { customerEffort } from '../../src/lib/metrics/survey/customer-effort.ts';
import { customerSatisfaction } from '../../src/lib/metrics/survey/customer-satisfaction.ts';
import { answerOf } from '../unit/answer-of.ts';
import { type Page, pages, prose, questions } from './texts.ts';
import { countsIn, inputsOf, isQuotient, isTyped, typedNumbers } from './typed-numbers.ts';

/**
 * What a scene starts from, and what is said in passing: numbers that follow from nothing else on their page. Every
 * other is put into a component, computed by one, or stands in a sentence with its source.
 */
const given: Readonly<Record<string, readonly string[]>> = {
  'en/annual-recurring-revenue': ['$15,000', '$50,000', '$13,000'],
  'en/cac-payback-period': ['$100,000', '$200'],
  'en/churn-rate': ['12 times', '4%'],
  'en/closed-loop-feedback': ['15%'],
  'en/confidence-interval': ['95%'],
  'en/cost-center': ['5%', '$1'],
  'en/cs': ['4.2', '3.9'],
  'en/customer-acquisition-cost': ['$24,000', '$48,000', '$12,000', '$60,000'],
  'en/customer-advocacy': ['$200'],
  'en/customer-lifetime-value': ['$150'],
  'en/customer-solution': ['$14,000', '$9,500'],
  'en/discount-rate': ['$1,000', '$3,300'],
  'en/escalation': ['$180', '$50', '$80', '$100'],
  'en/expansion-revenue': ['$390', '$90', '$80', '$20', '$280', '$150', '$30'],
  'en/experience-economy': ['$7', '$65'],
  'en/gross-margin': ['$20,000'],
  'en/gross-revenue-retention': ['$1,000', '$1,400', '$600', '$450'],
  'en/high-touch': ['$600'],
  'en/ltv-to-cac-ratio': ['10%'],
  'en/monthly-recurring-revenue': ['$280', '$3,000'],
  'en/negative-churn': ['$13,000', '$6,000'],
  'en/net-promoter-score': ['30%'],
  'en/net-revenue-retention': ['$6,600'],
  'en/ownership-to-experience': ['$2,400', '$90'],
  'en/profit-center': ['$500', '$20,000', '$8,000'],
  'en/quick-ratio': ['$80,000'],
  'en/repeat-purchase-rate': ['35%'],
  'en/retention-model': ['$130', '$400'],
  'en/retention-rate': ['5%', '25%', '95%', '96%'],
  'en/revenue-churn': ['$5,000'],
  'en/subscription': ['$800'],
  'en/switching-cost': ['$60', '$300', '$25'],
  'en/value-chain': ['$310', '$640', '$150', '$420', '$180'],
  'en/voice-of-the-customer': ['95%'],
  'en/churn-rate-vs-retention-rate': ['4%'],
  'en/customer-churn-vs-revenue-churn': ['$20', '$620'],
  'en/customer-first-vs-customer-orientation': ['$40,000'],
  'en/customer-success-vs-customer-support': ['10%'],
  'en/experience-economy-vs-ownership-to-experience': ['$30', '$340'],
  'en/profit-center-vs-cost-center': ['$40,000'],
  'en/subscription-vs-retention-model': ['$45'],
  'en/upsell-vs-cross-sell': ['$200', '$260', '$90'],
  'en/cases': ['$2.80', '$0.90', '$30,000', '$192', '$240'],
  'en/from-contact-center-to-customer-success': ['95%', '$5,400'],
  'en/marketing-inside-customer-success': ['$90', '$4'],
  'en/reading-a-claim-about-loyalty': ['25%'],
  'en/retention-model-self-assessment': ['$6'],
  'en/where-customer-success-came-from': ['$84,000', '$45'],
  'en/why-now': ['$5,400'],
  'en/trainers': ['4.0'],
  'ja/annual-recurring-revenue': ['450万円', '600万円', '150万円'],
  'ja/behavioral-data': ['2倍'],
  'ja/cac-payback-period': ['5万円'],
  'ja/churn-rate': ['12倍', '4%'],
  'ja/confidence-interval': ['95%'],
  'ja/cost-center': ['5%', '600円'],
  'ja/cs': ['1,200万円'],
  'ja/customer-acquisition-cost': ['1,200万円', '600万円', '5倍'],
  'ja/customer-lifetime-value': ['12万円', '6万円', '3万円'],
  'ja/customer-loyalty': ['300万円'],
  'ja/customer-satisfaction': ['1ポイント'],
  'ja/discount-rate': ['100万円', '11万円'],
  'ja/escalation': ['5,000円'],
  'ja/expansion-revenue': [
    '4万円',
    '5万円',
    '1万円',
    '6,000円',
    '8,000円',
    '3,000円',
    '2万4,000円',
    '1万5,000円',
    '2,000円',
  ],
  'ja/experience-economy': ['1,800円', '6,500円'],
  'ja/gross-margin': ['240万円'],
  'ja/gross-revenue-retention': ['20万円', '26万円', '9万円', '5万円'],
  'ja/high-touch': ['8%', '6%', '7.8%', '6.4%', '4万円'],
  'ja/ltv-to-cac-ratio': ['1ポイント'],
  'ja/monthly-recurring-revenue': ['2万8,000円'],
  'ja/negative-churn': ['135万円', '90万円'],
  'ja/net-promoter-score': ['30%'],
  'ja/net-revenue-retention': ['35万円'],
  'ja/ownership-to-experience': ['4,500円'],
  'ja/proactive-and-reactive': ['2割'],
  'ja/profit-center': ['3万円', '80万円', '27万円'],
  'ja/quick-ratio': ['2倍'],
  'ja/retention-model': ['0.6円'],
  'ja/retention-rate': ['5%', '95%', '5倍', '96%'],
  'ja/revenue-churn': ['80万円'],
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
  'ja/customer-churn-vs-revenue-churn': ['1万円', '16万円'],
  'ja/customer-first-vs-customer-orientation': ['600万円'],
  'ja/customer-success-vs-customer-support': ['40万円', '20万円'],
  'ja/experience-economy-vs-ownership-to-experience': ['2倍', '4,800円', '1万2,000円'],
  'ja/profit-center-vs-cost-center': ['300万円'],
  'ja/subscription-vs-retention-model': ['6万円', '10万円'],
  'ja/upsell-vs-cross-sell': ['1万円', '1万4,000円', '6,000円'],
  'ja/cases': ['350円', '120円', '150万円', '400万円', '600万円'],
  'ja/from-contact-center-to-customer-success': ['500円', '95%', '28万円'],
  'ja/marketing-inside-customer-success': ['2万円'],
  'ja/reading-list': ['3万円'],
  'ja/retention-model-self-assessment': ['6%'],
  'ja/where-customer-success-came-from': ['1,200万円', '4,000円'],
  'ja/why-now': ['180万円'],
  'ja/trainers': ['4.0'],
  'ja/customer-orientation check': ['4倍'],
  'en/second-moment-of-truth check': ['96%', '88%', '4%', '31%'],
  'ja/second-moment-of-truth check': ['96%', '88%', '4%', '31%'],
  'en/switching-cost check': ['$9,000'],
  'ja/switching-cost check': ['90万円'],
};

/** How far apart the shares of two groups may lie: customers lost before and after, satisfied answers of two periods. */
const lossesBetween = answerOf(
  proportionDifference({ first: { successes: 12, trials: 60 }, second: { successes: 6, trials: 60 } }),
);
const moreLossesBetween = answerOf(
  proportionDifference({ first: { successes: 48, trials: 240 }, second: { successes: 24, trials: 240 } }),
);
const answersBetween = answerOf(
  proportionDifference({ first: { successes: 36, trials: 45 }, second: { successes: 35, trials: 50 } }),
);
const moreAnswersBetween = answerOf(
  proportionDifference({ first: { successes: 144, trials: 180 }, second: { successes: 140, trials: 200 } }),
);

/** The steps of a survival curve of ten customers: food trucks on the English page, cooking classes on the Japanese. */
const survivalAt = (durations: readonly number[], left: readonly number[]) =>
  answerOf(kaplanMeier({ durations, ended: left })).rows.map(({ survival }) => survival) as [
    number,
    number,
    number,
    number,
  ];
const trucks = survivalAt([2, 3, 3, 5, 6, 8, 9, 10, 12, 12], [1, 1, 0, 1, 0, 1, 0, 0, 0, 0]);
const classes = survivalAt([2, 2, 4, 5, 7, 7, 9, 10, 12, 12], [1, 0, 1, 1, 0, 1, 0, 0, 0, 0]);

/** Numbers that follow from others where no component can stand, or none gives them: worked out here. */
const worked: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'annual-recurring-revenue': {
    '$720,000': 540_000 + 12 * 15_000,
    '$78,000': 50_000 + 13_000 + 15_000,
    '9,000万円': 72_000_000 + 12 * 1_500_000,
    '1,200万円': 4_500_000 + 6_000_000 + 1_500_000,
    '1億4,400万円': 12 * 12_000_000,
  },
  'average-revenue-per-account': {
    '$25,200': 360 * 70,
    '$26,800': 40 * 670,
    '$52,000': 360 * 70 + 40 * 670,
    $130: 52_000 / 400,
    $100: 52_000 / 520,
    '$7,000': 100 * 70,
    '$45,000': 52_000 - 100 * 70,
    $150: 45_000 / 300,
    '162万円': 270 * 6000,
    '138万円': 30 * 46_000,
    '300万円': 270 * 6000 + 30 * 46_000,
    '1万円': 3_000_000 / 300,
    '7,500円': 3_000_000 / 400,
    '36万円': 60 * 6000,
    '264万円': 3_000_000 - 60 * 6000,
    '1万1,000円': 2_640_000 / 240,
  },
  'cac-payback-period': {
    // After each group's newest payment, 12 and 9 groups are not yet ahead.
    '$148,500': 30 * (12 * 900 - 75 * ((12 * 13) / 2)),
    '$87,750': 30 * (9 * 700 - 75 * ((9 * 10) / 2)),
    '19万2,000円': 12 * 20_000 * 0.8,
    '4万8,000円': 240_000 - 12 * 20_000 * 0.8,
    '96万円': 20 * (240_000 - 12 * 20_000 * 0.8),
  },
  'confidence-interval': {
    '3 points': -lossesBetween.lower,
    '23 points': lossesBetween.upper,
    '4 points': moreLossesBetween.lower,
    '16 points': moreLossesBetween.upper,
    '4倍': 100 / 25,
    '10ポイント': answersBetween.difference,
    '8ポイント': -answersBetween.lower,
    '26ポイント': answersBetween.upper,
    '1ポイント': moreAnswersBetween.lower,
    '18ポイント': moreAnswersBetween.upper,
  },
  'cost-center': { $9: 9 * 1, $6: 6 * 1 },
  'customer-acquisition-cost': {
    '$84,000': 24_000 + 48_000 + 12_000,
    '$1,400': (24_000 + 48_000 + 12_000) / 60,
    '$2,400': (84_000 - 60_000) / (60 - 50),
    '120万円': 12_000_000 / 10,
    '20万円': 6_000_000 / 30,
    '1,800万円': 12_000_000 + 6_000_000,
    '45万円': (12_000_000 + 6_000_000) / (10 + 30),
  },
  'customer-effort-score': {
    '80%': 160 / 200,
    '5.42': answerOf(customerEffort({ version: 'agreement', counts: [6, 8, 12, 14, 40, 70, 50] })).mean,
    '2.2': answerOf(customerEffort({ version: 'effort-2010', counts: [30, 40, 15, 10, 5] })).mean,
    '15%': (10 + 5) / 100,
    '75%': 90 / 120,
    '5.3': answerOf(customerEffort({ version: 'agreement', counts: [3, 5, 8, 14, 26, 38, 26] })).mean,
    '2.25': answerOf(customerEffort({ version: 'effort-2010', counts: [24, 28, 16, 8, 4] })).mean,
  },
  'customer-satisfaction-score': {
    '3.89': answerOf(customerSatisfaction({ counts: [10, 14, 26, 88, 62] })).mean,
    '4.04': answerOf(customerSatisfaction({ counts: [5, 7, 20, 72, 56] })).mean,
  },
  'discount-rate': {
    '$1,100': 1000 * 1.1,
    $80: 100 * 0.8,
    $300: 24 * 150 - 3300,
    '105万円': 1_000_000 * 1.05,
    '8,000円': 10_000 * 0.8,
    '12万円': 12 * 10_000,
  },
  'expansion-revenue': { '$2,100': 600 + 1500, '50万円': 200_000 + 300_000 },
  'gross-margin': {
    '$40,000': 18_000 + 14_000 + 6000 + 2000,
    '$200,000': 160_000 + 40_000,
    '80%': 160_000 / 200_000,
    '70%': (160_000 - 20_000) / 200_000,
    '600万円': 2_600_000 + 2_200_000 + 720_000 + 480_000,
    '2,400万円': 18_000_000 + 6_000_000,
    '75%': 18_000_000 / 24_000_000,
    '65%': (18_000_000 - 2_400_000) / 24_000_000,
  },
  'ltv-to-cac-ratio': { '6.4': (120 * 0.75) / 0.014 / 1000, '1.4': (120 * 0.75) / 0.064 / 1000 },
  'monthly-recurring-revenue': {
    $250: 3000 / 12,
    $30: 280 - 250,
    '$60,000': 20 * 3000,
    $600: 20 * (280 - 250),
    '2万5,000円': 300_000 / 12,
    '3,000円': 28_000 - 25_000,
    '360万円': 12 * 300_000,
    '3万6,000円': 12 * (28_000 - 25_000),
  },
  'quick-ratio': {
    '$8,000': 6000 + 2000,
    '$2,000': 500 + 1500,
    '$6,000': 8000 - 2000,
    '$14,000': 11_000 + 3000,
    '$10,000': 1500 + 8500,
    '$4,000': 14_000 - 10_000,
    '25万円': 50_000 + 200_000,
    '65万円': 900_000 - 250_000,
    '130万円': 1_100_000 + 200_000,
    '100万円': 100_000 + 900_000,
    '30万円': 1_300_000 - 1_000_000,
  },
  'repeat-purchase-rate': { '30 points': 301 / 860 - 17 / 340 },
  stickiness: { '40%': 480 / 1200 },
  'survival-curve': {
    '90%': trucks[0],
    '80%': trucks[1],
    '69%': trucks[2],
    '55%': trucks[3],
    '79%': classes[1],
    '68%': classes[2],
    '56%': classes[3],
    '60%': 6 / 10,
    '4.5': (2 + 3 + 5 + 8) / 4,
  },
  'churn-rate-vs-retention-rate': { '2ポイント': 0.98 - 0.96, '0.2ポイント': 0.01 - 0.008 },
  'customer-lifetime-value-vs-customer-acquisition-cost': {
    $490: 1050 - 560,
    $140: 700 - 560,
    $350: 1400 - 1050,
    '12万円': 200_000 - 80_000,
    '10万円': 160_000 - 60_000,
    '2万円': 80_000 - 60_000,
  },
  'gross-revenue-retention-vs-net-revenue-retention': { '$100,000': 25_000 + 75_000, '350万円': 1_500_000 + 2_000_000 },
  cases: {
    '$2,100': 150 * 5 * 2.8,
    '$1,260': 1400 * 0.9,
    '$96,000,000': 500_000 * 192,
    '13万4,400円': 96 * 4 * 350,
    '8万4,000円': 700 * 120,
    '8億4,000万円': 210 * 4_000_000,
  },
  'reading-a-claim-about-loyalty': {
    '67%': answerOf(shiftedBetaGeometricRetention({ alpha: 1, beta: 2, period: 1 })),
    '86%': answerOf(shiftedBetaGeometricRetention({ alpha: 1, beta: 2, period: 5 })),
    '75%': answerOf(shiftedBetaGeometricRetention({ alpha: 1, beta: 3, period: 1 })),
    '88%': answerOf(shiftedBetaGeometricRetention({ alpha: 1, beta: 3, period: 5 })),
  },
  'retention-model-self-assessment': { '2,700万円': 600 * 45_000 },
  'adoption-rate check': { '25%': 15 / 60, '90%': 54 / 60 },
  'annual-recurring-revenue check': {
    '$450,000': 300_000 + 90_000 + 12 * 5000,
    '$390,000': 300_000 + 90_000 / 3 + 12 * 5000,
    '$410,000': 300_000 + 90_000 / 3 + 12 * 5000 + 20_000,
    '$335,000': 300_000 + 90_000 / 3 + 5000,
    '4,500万円': 30_000_000 + 9_000_000 + 12 * 500_000,
    '3,900万円': 30_000_000 + 9_000_000 / 3 + 12 * 500_000,
    '4,100万円': 30_000_000 + 9_000_000 / 3 + 12 * 500_000 + 2_000_000,
    '3,350万円': 30_000_000 + 9_000_000 / 3 + 500_000,
  },
  'attitudinal-data check': { '80%': 80 / 100 },
  'cac-payback-period check': { $500: 30 / 0.06, '5万円': 3000 / 0.06 },
  'churn-prediction check': { '94%': 940 / 1000 },
  'churn-rate check': {
    '48%': 12 * 0.04,
    '12倍': 12,
    '39%': answerOf(annualChurnRate({ churn: 0.04 })),
    '61%': answerOf(survivalShare({ churn: 0.04, periods: 12 })),
  },
  'customer-acquisition-cost check': {
    $600: 27_000 / 45,
    $300: (27_000 + 63_000) / 300,
    '$3,000': (27_000 + 63_000 + 45_000) / 45,
    '$2,000': (27_000 + 63_000) / 45,
    '6万円': 2_700_000 / 45,
    '3万円': (2_700_000 + 6_300_000) / 300,
    '30万円': (2_700_000 + 6_300_000 + 4_500_000) / 45,
    '20万円': (2_700_000 + 6_300_000) / 45,
  },
  'customer-churn check': { '12.4%': 62 / 500, '0.6%': 3 / 500, '0.4%': 2 / 500 },
  'customer-satisfaction-score check': {
    '80%': (60 + 20) / 100,
    '60%': (20 + 40) / 100,
    '20%': 20 / 100,
    '40%': 40 / 100,
  },
  'gross-revenue-retention check': {
    '75%': (600 + 150) / 1000,
    '67%': 2 / 3,
    '55%': (400 + 150) / 1000,
    '70%': (400 + 300) / 1000,
    '$1,000': 400 + 300 + 300,
    '10万円': 40_000 + 30_000 + 30_000,
  },
  'ltv-to-cac-ratio check': { '1.5': (50 * 0.6) / 0.04 / 500 },
  'monthly-recurring-revenue check': {
    '$3,000': 2400 + 600,
    $250: (2400 + 600) / 12,
    $200: 2400 / 12,
    '30万円': 240_000 + 60_000,
    '2万5,000円': (240_000 + 60_000) / 12,
    '2万円': 240_000 / 12,
  },
  'net-revenue-retention check': { '92%': 46 / 50, '110%': (46 + 9) / 50, '74%': (46 - 9) / 50 },
  'quick-ratio check': {
    '$3,000': 4000 - 1000,
    '30万円': 400_000 - 100_000,
    '2倍': 90 / 40,
    '4倍': 40 / 10,
    '1.5倍': 90 / 60,
  },
  'first-contact-resolution check': { '80%': 800 / 1000, '70%': 420 / 600 },
  'renewal check': { '95%': 380 / 400, '15%': 60 / 400, '75%': 60 / 80 },
  'repeat-purchase-rate check': { '56%': 4 * 0.14, '4倍': 4 },
  'retention-rate check': { '104%': 520 / 500, '85%': 440 / 520, '84%': (500 - 80) / 500, '88%': 440 / 500 },
  'revenue-churn check': { '1%': (500 + 500 - 500) / 50_000, '2%': (500 + 500) / 50_000 },
  'churn-rate-vs-retention-rate check': {
    '24%': 12 * 0.02,
    '12倍': 12,
    '2倍': 0.04 / 0.02,
    '78%': answerOf(survivalShare({ churn: 0.02, periods: 12 })),
    '22%': answerOf(annualChurnRate({ churn: 0.02 })),
  },
  'gross-revenue-retention-vs-net-revenue-retention check': { '105%': 1 + 0.05 },
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
