import type { Stage } from '../../lib/journey-map/document.ts';
import { feelingNumber } from './FeelingMark.tsx';
import type { Translate } from './messages.ts';
import { stageName } from './names.ts';

type Curve = readonly (number | undefined)[];

/** Ems from the middle of the picture to its highest and its lowest place, and around it. */
const reach = 2;
const edge = 1.7;
const middle = reach + edge;
const ems = (length: number) => `${length}em`;

interface Point {
  readonly index: number;
  readonly value: number;
}

const pointsOf = (curve: Curve): Point[] =>
  curve.flatMap((value, index) => (value === undefined ? [] : [{ index, value }]));

interface OneProps {
  readonly curve: Curve;
  readonly name: string;
  readonly isHoped: boolean;
  /** Whether its name stands above its last point. */
  readonly isAbove: boolean;
}

/** One curve; the columns are equally wide, so that their middles are shares of the width. */
function FeelingCurve({ curve, name, isHoped, isAbove }: OneProps) {
  const points = pointsOf(curve);
  const x = ({ index }: Point) => `${((index + 0.5) / curve.length) * 100}%`;
  const y = ({ value }: Point) => ems(middle - (value / 2) * reach);
  const last = points.at(-1);
  return (
    <g className={isHoped ? 'curve-hoped' : 'curve-now'}>
      {points.map((point, at) => {
        const next = points[at + 1];
        return next && <line key={point.index} x1={x(point)} y1={y(point)} x2={x(next)} y2={y(next)} />;
      })}
      {points.map((point) => (
        <circle key={point.index} cx={x(point)} cy={y(point)} r={ems(0.25)} />
      ))}
      {last && (
        <text x={x(last)} y={y(last)} dy={ems(isAbove ? -0.6 : 1.4)} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
}

interface Props {
  readonly now: Curve;
  readonly hoped: Curve;
  /** Of all columns together. */
  readonly width: string;
  readonly t: Translate;
}

/** How each stage feels, and is meant to feel, above columns of one width. */
export function FeelingCurves({ now, hoped, width, t }: Props) {
  const lastOf = (curve: Curve) => pointsOf(curve).at(-1)?.value ?? 0;
  const isHopedAbove = lastOf(hoped) >= lastOf(now);
  return (
    <svg className="journey-curves" aria-hidden="true" width={width} height={ems(2 * middle)}>
      <line className="curve-middle" x1="0" y1={ems(middle)} x2="100%" y2={ems(middle)} />
      <FeelingCurve curve={hoped} name={t('journey.kind.to-be')} isHoped isAbove={isHopedAbove} />
      <FeelingCurve curve={now} name={t('journey.kind.as-is')} isHoped={false} isAbove={!isHopedAbove} />
    </svg>
  );
}

/** What the curve of what is felt now shows, in a sentence. */
export function curveSentence(stages: readonly Stage[], now: Curve, t: Translate): string {
  const nameOf = ({ index }: Point) => {
    const stage = stages[index];
    return stage ? stageName(stages, stage, t) : '';
  };
  const [first, ...rest] = pointsOf(now);
  if (!first) return t('journey.grid.curve.none');
  const best = rest.reduce((most, point) => (point.value > most.value ? point : most), first);
  const worst = rest.reduce((least, point) => (point.value < least.value ? point : least), first);
  if (best.value === worst.value) return t('journey.grid.curve.level', { value: feelingNumber(best.value) });
  return t('journey.grid.curve.says', {
    best: nameOf(best),
    most: feelingNumber(best.value),
    worst: nameOf(worst),
    least: feelingNumber(worst.value),
  });
}
