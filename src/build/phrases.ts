import { loadDefaultJapaneseParser } from 'budoux';
import type { Locale } from '../lib/i18n/locales.ts';

const parser = loadDefaultJapaneseParser();

/** Half of the glossary's names: too long for a phone's line as one phrase. */
const afterCustomer = /(?<=カスタマー)(?=[ァ-ヶ])/;

/** A heading cut where its language allows a line break: Japanese at phrases, English left to the browser. */
export function phrasesOf(text: string, locale: Locale): string[] {
  return locale === 'ja' ? parser.parse(text).flatMap((phrase) => phrase.split(afterCustomer)) : [text];
}
