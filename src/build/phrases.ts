import { jaModel, Parser } from 'budoux';
import type { Locale } from '../lib/i18n/locales.ts';

const parser = new Parser(jaModel);

/** Joints of names that are too long for a phone's line as one phrase: カスタマー・エフォート・スコア, 顧客・セグメンテーション. */
const joints =
  /(?<=カスタマー|プロモーター|レベニュー|サービス|ジャーニー|サクセス|サブスクリプション|ネット|グロス|プロダクト|・)(?=[ァ-ヶー]{3})|(?<=[ァ-ヶー]{3})(?=モデル|チャーン|グロース)|(?<=..)(?=スコア)|(?<=\p{Script=Han})(?=[ァ-ヶー]{4})/u;

/** Where the parser sees an end of a phrase and no reader does: inside a range of numbers, or of a number and its unit. */
const unbroken = /(?<=[\d〜])\n(?=[\d〜])|(?<=か)\n(?=[月所])/g;

/** A heading cut where its language allows a line break: Japanese at phrases, English left to the browser. */
export function phrasesOf(text: string, locale: Locale): string[] {
  if (locale !== 'ja') return [text];
  const phrases = parser.parse(text).join('\n').replace(unbroken, '').split('\n');
  return phrases.flatMap((phrase) => phrase.split(joints));
}
