/** Puts a text on the clipboard. False when it cannot be had or the browser does not allow it. */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  return copy(
    'text/plain',
    Promise.resolve(text).then((content) => new Blob([content], { type: 'text/plain' })),
  );
}

/** Puts a PNG on the clipboard. False when the browser does not allow it. */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  return copy('image/png', png);
}

/** What is copied may still be in the making: some browsers allow copying only at once after a click. */
async function copy(type: string, content: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
    return true;
  } catch {
    return false;
  }
}
