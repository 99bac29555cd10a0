import { failure, type Result, success } from '../result.ts';

/** As `TextDecoder` calls them; its `shift_jis` is what Windows calls code page 932. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

export type FileProblem = 'empty-file' | 'spreadsheet-file' | 'binary-file';

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const zip = [0x50, 0x4b, 0x03, 0x04];
/** Excel before 2007. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const pdf = [0x25, 0x50, 0x44, 0x46];
const gzip = [0x1f, 0x8b];

/** Names of parts in the first bytes of a zip file, which stand there uncompressed. */
const partsOfSpreadsheets = [
  'xl/',
  '[Content_Types].xml',
  'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
  'Index/',
];

function isSpreadsheet(bytes: Uint8Array): boolean {
  if (startsWith(bytes, compoundFile)) return true;
  if (!startsWith(bytes, zip)) return false;
  const head = String.fromCharCode(...bytes.subarray(0, 2000));
  return partsOfSpreadsheets.some((part) => head.includes(part));
}

/** Where text in two bytes a character has its zeros: before or after nearly every letter of the first lines. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  // Line ends and separators have a zero in any script; a binary file has them on both sides.
  const few = head.length / 100;
  if (odd > 4 * few && even <= few) return 'utf-16le';
  return even > 4 * few && odd <= few ? 'utf-16be' : undefined;
}

/**
 * What the first bytes of a file say: how its characters are encoded, or why it is no text. Whether `utf-8` is true
 * shows only when all of it is decoded; what fails to be is `shift_jis`.
 */
export function readSignature(bytes: Uint8Array): Result<Encoding, FileProblem> {
  if (bytes.length === 0) return failure('empty-file');
  if (isSpreadsheet(bytes)) return failure('spreadsheet-file');
  if ([zip, pdf, gzip].some((signature) => startsWith(bytes, signature))) return failure('binary-file');
  if (startsWith(bytes, [0xff, 0xfe])) return success('utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return success('utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return success(wide);
  return bytes.includes(0) ? failure('binary-file') : success('utf-8');
}
