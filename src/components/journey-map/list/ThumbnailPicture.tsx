import type { Thumbnail } from '../../../lib/journey-map/thumbnail.ts';

const width = 96;
const height = 60;
const gap = 2;
/** Height of the strip the curve is in. */
const strip = 18;
/** Cards from which on a place looks full. */
const full = 3;

/** A map at a glance: its places, the fuller the darker, under the curve of what is felt. */
export function ThumbnailPicture({ thumbnail: { columns, counts, curve } }: { readonly thumbnail: Thumbnail }) {
  const rows = columns === 0 ? 0 : counts.length / columns;
  const cell = { width: width / Math.max(columns, 1), height: (height - strip) / Math.max(rows, 1) };
  const points = curve.flatMap((feeling, column) =>
    feeling === undefined ? [] : [`${(column + 0.5) * cell.width},${strip / 2 - (feeling * (strip - 4)) / 4}`],
  );
  return (
    <svg className="journey-thumbnail" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {counts.map((count, place) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is nothing but its number
          key={place}
          x={(place % columns) * cell.width + gap / 2}
          y={strip + Math.floor(place / columns) * cell.height + gap / 2}
          width={Math.max(cell.width - gap, 1)}
          height={Math.max(cell.height - gap, 1)}
          opacity={0.12 + (0.6 * Math.min(count, full)) / full}
        />
      ))}
      <polyline points={points.join(' ')} />
    </svg>
  );
}
