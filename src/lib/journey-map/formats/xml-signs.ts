/** A text without what no XML may hold, escaped or not: control signs, halves of letters. */
export function xmlSigns(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
