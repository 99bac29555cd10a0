import { failure, type Result, success } from '../../result.ts';
import { type JourneyMap, journeyMapFormat } from '../document.ts';
import { carriedText } from './carried.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes of a chunk besides its content: length, name and checksum, four each. */
const frame = 12;
const keyword = `${journeyMapFormat}\0`;

/** The CRC-32 of PNG and zip (ISO 3309), a byte at a time. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const bytesOf = (ascii: string) => Uint8Array.from(ascii, (sign) => sign.charCodeAt(0));

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Where its content stands, of every chunk whose whole content is there. */
function* chunksOf(png: Uint8Array): Generator<{ readonly name: string; readonly from: number; readonly to: number }> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let at = signature.length;
  while (at + frame <= png.length) {
    const to = at + 8 + view.getUint32(at);
    if (to + 4 > png.length) return;
    yield { name: asciiOf(png.subarray(at + 4, at + 8)), from: at + 8, to };
    at = to + 4;
  }
}

/** A PNG that carries a map in a `tEXt` chunk after its head; what shows pictures passes it over. */
export function withMap(png: Uint8Array, map: JourneyMap): Uint8Array<ArrayBuffer> {
  const content = bytesOf(`tEXt${keyword}${carriedText(map)}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crcOf(content));
  const [head] = chunksOf(png);
  const place = head ? head.to + 4 : signature.length;
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, place));
  whole.set(chunk, place);
  whole.set(png.subarray(place), place + chunk.length);
  return whole;
}

/**
 * The text of the map that a PNG carries. `no-map-in-picture`: it never had one, or a program that changed the picture
 * took it out; `damaged-picture`: the file ends too early, or bytes were changed.
 */
export function mapTextInPng(png: Uint8Array): Result<string, 'no-map-in-picture' | 'damaged-picture'> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  let isWhole = false;
  for (const { name, from, to } of chunksOf(png)) {
    isWhole = name === 'IEND';
    if (name !== 'tEXt' || asciiOf(png.subarray(from, Math.min(from + keyword.length, to))) !== keyword) continue;
    if (crcOf(png.subarray(from - 4, to)) !== view.getUint32(to)) return failure('damaged-picture');
    return success(asciiOf(png.subarray(from + keyword.length, to)));
  }
  return failure(isWhole ? 'no-map-in-picture' : 'damaged-picture');
}
