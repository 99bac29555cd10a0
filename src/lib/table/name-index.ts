export interface NameIndex {
  /** The place of a name: the next free one if it has not come before. */
  readonly placeOf: (name: string) => number;
  readonly size: () => number;
}

/** Mixes all bits of a hash into each other (the last step of MurmurHash3). */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (most ^ (most >>> 16)) >>> 0;
}

function enlarged(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/**
 * Numbers names in order of appearance, for millions of them: only 64 bits of each are kept, not the text, which would
 * hold on to the file. The chance that any two of ten million names are taken for one is below one in 300,000.
 */
export function nameIndex(): NameIndex {
  let first = new Uint32Array(512);
  let second = new Uint32Array(512);
  /** Place + 1 of the name whose hash leads here, 0 where there is none; at most half of it is used. */
  let slots = new Uint32Array(1024);
  let size = 0;

  const slotOf = (one: number, other: number): number => {
    const mask = slots.length - 1;
    let slot = one & mask;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (first[place - 1] === one && second[place - 1] === other) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };

  const enlarge = () => {
    first = enlarged(first);
    second = enlarged(second);
    slots = new Uint32Array(slots.length * 2);
    for (let place = 0; place < size; place += 1) slots[slotOf(first[place] ?? 0, second[place] ?? 0)] = place + 1;
  };

  return {
    placeOf: (name) => {
      let one = 0xdeadbeef;
      let other = 0x41c6ce57;
      for (let index = 0; index < name.length; index += 1) {
        const unit = name.charCodeAt(index);
        one = Math.imul(one ^ unit, 0x9e3779b1);
        other = Math.imul(other ^ unit, 0x5f356495);
      }
      const firstHash = mixed(one);
      const secondHash = mixed(other);
      let slot = slotOf(firstHash, secondHash);
      const known = slots[slot] ?? 0;
      if (known !== 0) return known - 1;
      if (size === first.length) {
        enlarge();
        slot = slotOf(firstHash, secondHash);
      }
      first[size] = firstHash;
      second[size] = secondHash;
      size += 1;
      slots[slot] = size;
      return size - 1;
    },
    size: () => size,
  };
}
