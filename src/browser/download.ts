/** Signs that some system does not allow in the name of a file, and those nobody sees. */
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** Names that Windows keeps for its devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** File systems count 255 bytes; a Japanese letter is three of them. */
const longest = 60;

/** A name for a file that every system takes: `fileName('解約率/月', 'csv')` is `解約率-月.csv`. */
export function fileName(stem: string, extension: string): string {
  const plain = [...stem.normalize('NFC').replace(unsafe, '-').replace(/\s+/g, ' ')].slice(0, longest).join('');
  const trimmed = plain.replace(/^[\s.~-]+|[\s.-]+$/g, '');
  const name = trimmed === '' || reserved.test(trimmed.split('.')[0] ?? '') ? `file ${trimmed}`.trim() : trimmed;
  return `${name}.${extension}`;
}

/** Milliseconds after which every browser has begun to read what it was told to save. */
const patience = 60_000;

/** Saves a file where the browser puts downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Firefox follows only links that stand on the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), patience);
}
