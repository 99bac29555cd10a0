import type { KeyboardEvent } from 'react';

/** All that Safari says of the key that ends a conversion. */
const lastOfConversion = 229;

/** Whether a key belongs to the conversion of what is typed, as in Japanese: it then asks for nothing else. */
export function isConverting({ nativeEvent }: KeyboardEvent): boolean {
  const { isComposing, keyCode }: { readonly isComposing: boolean; readonly keyCode: number } = nativeEvent;
  return isComposing || keyCode === lastOfConversion;
}
