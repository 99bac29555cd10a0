import type { Stage } from './document.ts';

export const paperSizes = ['A4', 'A3'] as const;
export const paperFits = ['one-page', 'tiled'] as const;

/** How a map is laid out on paper, which lies on its long side. */
export interface Paper {
  readonly size: (typeof paperSizes)[number];
  /** As small as it takes for one page, or in letters of one size on as many pages as that takes. */
  readonly fit: (typeof paperFits)[number];
}

/** Columns of a stage that are side by side where letters keep their size. */
const columns: Readonly<Record<Paper['size'], number>> = { A4: 5, A3: 8 };

/** The stages of each page, side by side; pages are equally full, as far as that goes. */
export function pagesOf(stages: readonly Stage[], { size, fit }: Paper): (readonly Stage[])[] {
  const pages = fit === 'one-page' ? 1 : Math.max(1, Math.ceil(stages.length / columns[size]));
  return Array.from({ length: pages }, (_, page) =>
    stages.slice(Math.ceil((page * stages.length) / pages), Math.ceil(((page + 1) * stages.length) / pages)),
  );
}
