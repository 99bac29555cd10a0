/** Whether a ratio is a share of a whole: 0 to 1. */
export function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** Whether a number can be a count of customers or answers. Averages make fractions possible. */
export function isCount(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}
