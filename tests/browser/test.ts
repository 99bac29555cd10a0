import { readdirSync, readFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { load } from 'js-yaml';

const terms = new URL('../../src/content/terms/', import.meta.url);
/** The kind of every term there is. */
export const kindsOfTerms: readonly string[] = readdirSync(terms).map(
  (slug) => (load(readFileSync(new URL(`${slug}/concept.yaml`, terms), 'utf8')) as { kind: string }).kind,
);
export const metricCount = kindsOfTerms.filter((kind) => kind === 'metric').length;

/** Messages that a broken page leaves behind: errors, refused resources, security violations. */
export const test = base.extend<{ complaints: string[]; expectComplaints: (pattern: RegExp) => void }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => {
        // The browser's own, of a page that was gone before it had faded in.
        if (!message.startsWith('Transition was')) complaints.push(message);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  /** For tests that break something on purpose: complaints that fit are part of it. */
  expectComplaints: async ({ complaints }, use) => {
    const patterns: RegExp[] = [];
    await use((pattern) => patterns.push(pattern));
    const rest = complaints.filter((complaint) => !patterns.some((pattern) => pattern.test(complaint)));
    complaints.splice(0, complaints.length, ...rest);
  },
});

export { expect };

/** One page of every kind. */
export const pageKinds = [
  '',
  'terms/',
  'terms/churn-rate/',
  'terms/moment-of-truth/',
  'terms/cs/',
  'map/',
  'trainers/',
  'terms/first-response-time/',
  'compare/customer-success-vs-customer-support/',
  'compare/nine-customer-words/',
  'compare/',
  'guides/',
  'guides/retention-model-self-assessment/',
  'guides/where-customer-success-came-from/',
  'calculators/',
  'calculators/ltv/',
  'calculators/churn/',
  'calculators/nps/',
  'journey-map/',
  'references/',
  'search/',
] as const;
