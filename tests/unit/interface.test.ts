import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pagePath } from '../../src/lib/i18n/routes.ts';
import { translator } from '../../src/lib/i18n/translate.ts';
import { formatNumber } from '../../src/lib/number/format-number.ts';

describe('addresses', () => {
  it.each([
    ['/', 'en', { page: 'home' }, '/en/'],
    ['/', 'ja', { page: 'terms' }, '/ja/terms/'],
    ['/handbook/', 'ja', { page: 'term', slug: 'churn-rate' }, '/handbook/ja/terms/churn-rate/'],
    ['/', 'en', { page: 'comparison', slug: 'a-vs-b' }, '/en/compare/a-vs-b/'],
    ['/handbook/', 'ja', { page: 'guide', slug: 'why-now' }, '/handbook/ja/guides/why-now/'],
    ['/', 'en', { page: 'calculator', name: 'ltv' }, '/en/calculators/ltv/'],
    ['/', 'ja', { page: 'search' }, '/ja/search/'],
    ['/handbook/', 'en', { page: 'go' }, '/handbook/en/go/'],
    ['/', 'en', { page: 'references' }, '/en/references/'],
  ] as const)('below %s in %s, %o is %s', (base, locale, route, path) => {
    expect(pagePath(base, locale, route)).toBe(path);
  });
});

describe('messages', () => {
  const messages = { greet: 'Hello {name}', 'hits.one': '{count} hit', 'hits.other': '{count} hits' };
  it('fill their placeholders and follow the plural of the language', () => {
    const t = translator('en', messages);
    expect([t('greet', { name: 'Aya' }), t.count('hits', 1), t.count('hits', 1200)]).toEqual([
      'Hello Aya',
      '1 hit',
      '1,200 hits',
    ]);
    expect(translator('ja', messages).count('hits', 1)).toBe('1 hits');
  });
});

describe('numbers on the page', () => {
  it.each([
    [1600, 'money', 'en', 'USD', '$1,600'],
    [12.5, 'money', 'en', 'USD', '$12.50'],
    [160_000, 'money', 'ja', 'JPY', '¥160,000'],
    [0.052, 'ratio', 'en', 'USD', '5.2%'],
    [20, 'months', 'en', 'USD', '20 months'],
    [20, 'months', 'ja', 'JPY', '20か月'],
    [0.3, 'points', 'en', 'USD', '+30'],
    [-0.3, 'points', 'ja', 'JPY', '−30'],
    [0, 'points', 'en', 'USD', '0'],
  ] as const)('%d as %s in %s (%s) is %s', (value, unit, locale, currency, text) => {
    expect(formatNumber(value, unit, { locale, currency })).toBe(text);
  });
});

describe('src/lib', () => {
  const files = readdirSync(new URL('../../src/lib/', import.meta.url), { recursive: true, encoding: 'utf8' });
  const modules = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  it.each(modules)('%s runs without a browser', async (file) => {
    expect(typeof document).toBe('undefined');
    await expect(import(new URL(`../../src/lib/${file}`, import.meta.url).href)).resolves.toBeDefined();
  });
});
