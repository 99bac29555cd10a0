/** An id no other page gives. Not `crypto.randomUUID`, which pages that come without encryption have not. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
