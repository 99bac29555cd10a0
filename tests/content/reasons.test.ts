import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../src/content/ui/en.json' with { type: 'json' };
import japanese from '../../src/content/ui/ja.json' with { type: 'json' };
import { problemSentence } from '../../src/lib/i18n/problem-sentence.ts';
import { translator } from '../../src/lib/i18n/translate.ts';
import type * as library from '../../src/lib/metrics/index.ts';
import { quantities } from '../../src/lib/metrics/quantities.ts';
import { failure } from '../../src/lib/result.ts';

const folder = new URL('../../src/lib/', import.meta.url);
const texts = globSync('{metrics,calculators}/**/*.ts', { cwd: folder }).map((file) =>
  readFileSync(new URL(file, folder), 'utf8'),
);
const code = texts.join('\n');
const languages = { en: english, ja: japanese } as const;
const reasonsIn = (strings: object) => Object.keys(strings).flatMap((key) => /^reason\.(.+)$/.exec(key)?.[1] ?? []);

/** Every reason that a function of the library can give; the compiler refuses one without a message. */
type ReasonOf<Fn> = Fn extends (...input: never[]) => infer Answer
  ? Answer extends { readonly ok: false; readonly reason: infer Reason extends string }
    ? string extends Reason
      ? never
      : Reason
    : never
  : never;
type LibraryReason = { [Name in keyof typeof library]: ReasonOf<(typeof library)[Name]> }[keyof typeof library];
const messageKey = (reason: LibraryReason): keyof typeof english & keyof typeof japanese => `reason.${reason}`;

describe('a reason why there is no number', () => {
  const given = [...new Set([...code.matchAll(/failure\(\s*'([a-z-]+)'/g)].map(([, reason = '']) => reason))];

  it.each(given)('%s is said in both languages', (reason) => {
    for (const strings of Object.values(languages)) expect(reasonsIn(strings)).toContain(reason);
  });

  it('has no message that nothing gives', () => {
    expect(reasonsIn(english).filter((reason) => !code.includes(`'${reason}'`))).toEqual([]);
    expect(messageKey('rising-survivors')).toBe('reason.rising-survivors');
  });

  it.each(Object.keys(languages) as (keyof typeof languages)[])('names the field it is about in %s', (language) => {
    const lists = [...code.matchAll(/firstProblem\(\s*\{([^}]*)\}/g)].flatMap(([, names = '']) => names.split(','));
    const fields = lists.flatMap((name) => /^\s*(\w+)/.exec(name)?.[1] ?? []);
    expect(fields.length).toBeGreaterThan(50);
    const strings = languages[language];
    const unnamed = fields.filter((field) => !(field in quantities) && !(`field.${field}` in strings));
    expect(unnamed).toEqual([]);
  });
});

describe('as a sentence', () => {
  const sentence = (language: keyof typeof languages, field?: string) =>
    problemSentence(
      failure('rising-survivors', field),
      (input) => (input === 'cohorts' ? languages[language]['field.cohorts'] : undefined),
      translator(language, languages[language]),
    );

  it('says which field, which entry of a list, and what is wrong', () => {
    const problem = english['reason.rising-survivors'];
    expect(sentence('en')).toBe(problem);
    expect(sentence('en', 'cohorts')).toBe(`Cohorts: ${problem}`);
    expect(sentence('en', 'cohorts.0.2')).toBe(`Cohorts 1, entry 3: ${problem}`);
    expect(sentence('ja', 'cohorts.0.2')).toBe(`コホート 1の3番目：${japanese['reason.rising-survivors']}`);
  });
});
