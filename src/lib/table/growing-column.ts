export interface GrowingColumn {
  readonly push: (value: number) => void;
  /** The values so far, in an array of their own length. */
  readonly values: () => Float64Array<ArrayBuffer>;
}

/** A column of numbers of which nobody knows yet how long it will be. */
export function growingColumn(): GrowingColumn {
  let room = new Float64Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === room.length) {
        const larger = new Float64Array(length * 2);
        larger.set(room);
        room = larger;
      }
      room[length] = value;
      length += 1;
    },
    values: () => room.slice(0, length),
  };
}
