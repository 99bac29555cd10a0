export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** What the house aims at, in the same unit. */
  readonly target?: number;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const columns = [56, 12, 12, 20, 5, 10];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(columns[0] ?? 0) : cell.padStart(columns[index] ?? 0)))
    .join('');
}

export function reportHeading(): void {
  console.log(row(['', 'median', 'p95', 'spread', 'n', 'target']));
}

/** One line of the table: median, 95th percentile, lowest and highest. */
export function report({ name, unit, values, target }: Figure): void {
  const sorted = [...values].sort((a, b) => a - b);
  const shown = (value: number | undefined) => (value ?? Number.NaN).toPrecision(3);
  const spread = `${shown(sorted[0])}–${shown(sorted.at(-1))}`;
  const middle = `${shown(quantile(sorted, 0.5))} ${unit}`;
  console.log(
    row([name, middle, shown(quantile(sorted, 0.95)), spread, `${values.length}`, target ? `${target} ${unit}` : '']),
  );
}
