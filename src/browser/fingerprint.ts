function toHex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sha256(bytes: BufferSource): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', bytes));
}

function isColumn(value: unknown): value is Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer> {
  return ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer;
}

/** A value with the SHA-256 of each column in its place. */
async function digested(value: unknown): Promise<unknown> {
  if (isColumn(value)) return sha256(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value).toSorted();
  const parts = await Promise.all(names.map((name) => digested((value as Readonly<Record<string, unknown>>)[name])));
  return names.map((name, index) => [name, parts[index] ?? null]);
}

/**
 * SHA-256 (hex) of what was read from a table: the same rows give the same fingerprint, whatever file they came from.
 * It is that of the JSON of the fields by name, with the SHA-256 of its bytes in place of each column. Undefined where
 * the browser has no `crypto.subtle`: on pages that come without encryption.
 */
export async function fingerprintOf(data: object): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  return sha256(new TextEncoder().encode(JSON.stringify(await digested(data))));
}
