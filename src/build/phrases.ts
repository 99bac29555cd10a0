import { jaModel, Parser } from 'budoux';
import type { Locale } from '../lib/i18n/locales.ts';

const parser = new Parser(jaModel);

/** Joints of names that are too long for a phone's line as one phrase: カスタマー・エフォート・スコア, 顧客・セグメンテーション. */
const joints =
  /(?<=カスタマー|プロモーター|レベニュー|サービス|ジャーニー|サクセス|・)(?=[ァ-ヶー]{3})|(?<=..)(?=スコア)|(?<=\p{Script=Han})(?=[ァ-ヶー]{4})/u;

/** A heading cut where its language allows a line break: Japanese at phrases, English left to the browser. */
export function phrasesOf(text: string, locale: Locale): string[] {
  return locale === 'ja' ? parser.parse(text).flatMap((phrase) => phrase.split(joints)) : [text];
}
