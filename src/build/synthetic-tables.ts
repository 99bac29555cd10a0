/** Tables to try the calculators with, made up from a seed: the same at every build, and nobody's data. */
import { writeCsv } from '../lib/exports/csv.ts';
import { type RandomStream, randomStreams } from '../lib/metrics/statistics/random.ts';

const millisecondsPerDay = 86_400_000;
/** The day up to which the tables have been kept. */
const lastDay = Date.UTC(2026, 9, 31) / millisecondsPerDay;
const daysPerMonth = 30;

/** A waiting time with the given mean. */
function waiting(even: RandomStream, mean: number): number {
  return -Math.log(1 - even()) * mean;
}

function dateOf(day: number): Date {
  return new Date(day * millisecondsPerDay);
}

function isoDate(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

/** 2026/11/22, or 令和8年11月22日 where `inEra`; both stand in one export when two systems were merged. */
function japaneseDate(day: number, inEra: boolean): string {
  const date = dateOf(day);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return inEra ? `令和${year - 2018}年${month}月${dayOfMonth}日` : `${year}/${month}/${dayOfMonth}`;
}

/** `upTo`: the part of all customers who have this plan or one before it. */
const plans = [
  { name: 'ライト', price: '¥9,800', upTo: 0.5, meanMonths: 14 },
  { name: 'スタンダード', price: '¥29,800', upTo: 0.85, meanMonths: 30 },
  { name: 'プレミアム', price: '¥98,000', upTo: 1, meanMonths: 60 },
] as const;

/** Rows as they come out of real systems: an end before the start, a day that is none, a customer twice, a start lost. */
const badRows = [
  ['C-10007', 'ライト', '2026/2/31', '', '¥9,800'],
  ['C-20001', 'ライト', '2025/4/1', '2025/3/31', '¥9,800'],
  ['C-20002', 'スタンダード', '', '', '¥29,800'],
  ['C-10012', 'プレミアム', '2024/7/1', '', '¥98,000'],
  ['C-20003', 'ライト', '25/6/1', '', '¥9,800'],
  ['C-20004', 'ライト', '2025/8/1', '', '¥-9,800'],
] as const;

/** An export of a billing system with 2,000 subscriptions, in Japanese. Some stay longer than others of their plan. */
export function subscriptionsTable(): string {
  const [starts, choices, tempers, stays, systems] = randomStreams(20_261_122, 5) as [
    RandomStream,
    RandomStream,
    RandomStream,
    RandomStream,
    RandomStream,
  ];
  const rows = Array.from({ length: 2000 - badRows.length }, (_, index) => {
    const start = Math.floor(lastDay - starts() * 1800);
    const choice = choices();
    const plan = plans.find(({ upTo }) => choice < upTo) ?? plans[0];
    // A mean of its own for each customer, twice that of the plan at most.
    const end = start + 1 + Math.floor(waiting(stays, plan.meanMonths * daysPerMonth * 2 * tempers()));
    const inEra = systems() < 0.3;
    const endCell = end > lastDay ? '' : japaneseDate(end, inEra);
    return [`C-${10_001 + index}`, plan.name, japaneseDate(start, inEra), endCell, plan.price];
  });
  return writeCsv([['顧客番号', 'プラン', '契約開始日', '契約終了日', '月額料金'], ...rows, ...badRows]);
}

/**
 * About 5,500 orders of 1,500 customers of an online shop over two years, as the BG/NBD model has them: each customer
 * orders at a rate of their own, and after any order may be gone for good.
 */
export function ordersTable(): string {
  const [firsts, rates, leavings, gaps, amounts] = randomStreams(20_261_123, 5) as [
    RandomStream,
    RandomStream,
    RandomStream,
    RandomStream,
    RandomStream,
  ];
  const orders: { readonly day: number; readonly customer: string; readonly amount: string }[] = [];
  for (let index = 0; index < 1500; index += 1) {
    const customer = `K${100_001 + index}`;
    // A sum of two waiting times has a gamma distribution; a mean gap of 20 to some hundred days.
    const gap = 20 + waiting(rates, 25) + waiting(rates, 25);
    // Beta(1, 3): most leave after an order with a small chance.
    const leaving = 1 - (1 - leavings()) ** (1 / 3);
    const level = 2000 + waiting(amounts, 4000);
    for (let day = lastDay - firsts() * 720; day <= lastDay; day += waiting(gaps, gap)) {
      const amount = Math.round((level * (0.5 + amounts())) / 10) * 10;
      orders.push({ day: Math.floor(day), customer, amount: String(amount) });
      if (gaps() < leaving) break;
    }
  }
  orders.sort((one, other) => one.day - other.day);
  const rows = orders.map(({ day, customer, amount }, index) => [`${700_001 + index}`, isoDate(day), customer, amount]);
  return writeCsv([['order', 'order_date', 'customer_id', 'amount'], ...rows]);
}

/** How likely each rating from 0 to 10 is in a segment, in parts of a hundred, and how many of the answers are its. */
const surveySegments = [
  { name: 'Basic', upTo: 0.5, likely: [4, 2, 3, 4, 5, 10, 11, 17, 17, 13, 14] },
  { name: 'Standard', upTo: 0.85, likely: [2, 1, 2, 2, 3, 7, 8, 15, 21, 19, 20] },
  { name: 'Premium', upTo: 1, likely: [1, 1, 1, 1, 2, 4, 5, 12, 21, 24, 28] },
] as const;
/** Whole quarters: 2024-10-01 to 2026-09-30. */
const surveyEnd = lastDay - 31;
const surveyDays = 730;
/** In the last of these days, many answer one point higher. */
const improvedDays = 274;
const improvedShare = 0.6;

/** 1,200 answers to a survey of recommendation over two years, in three segments; the last nine months are better. */
export function surveyTable(): string {
  const [days, segments, ratings, improvements] = randomStreams(20_261_124, 4) as [
    RandomStream,
    RandomStream,
    RandomStream,
    RandomStream,
  ];
  const answers = Array.from({ length: 1200 }, () => {
    const day = surveyEnd - Math.floor(days() * surveyDays);
    const place = segments();
    const segment = surveySegments.find(({ upTo }) => place < upTo) ?? surveySegments[0];
    let left = ratings() * 100;
    const rating = segment.likely.findIndex((parts) => {
      left -= parts;
      return left < 0;
    });
    const isBetter = surveyEnd - day < improvedDays && improvements() < improvedShare;
    return { day, segment: segment.name, score: Math.min(10, rating + (isBetter ? 1 : 0)) };
  });
  answers.sort((one, other) => one.day - other.day);
  return writeCsv([
    ['date', 'segment', 'score'],
    ...answers.map(({ day, segment, score }) => [isoDate(day), segment, score]),
  ]);
}
