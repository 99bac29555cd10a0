import { swing } from '../../../lib/calculators/ranges.ts';
import { Answered, Choice, Part, type Subject } from './parts.tsx';
import { TornadoView } from './TornadoView.tsx';
import type { CalculatedState } from './use-calculated.ts';

/** How far each number is moved: over what the reader says of it, or all alike. */
export const moves = ['ranges', 'swing'] as const;
export type Move = (typeof moves)[number];

interface Props {
  readonly subject: Subject;
  readonly state: CalculatedState<'tornadoOf'>;
  readonly move: Move;
  /** Undefined where there are no ranges to choose. */
  readonly onMove: ((move: Move) => void) | undefined;
}

/** Which number the result depends on most. */
export function TornadoPart({ subject: { show, t }, state, move, onMove }: Props) {
  return (
    <Part title={t('sure.tornado')}>
      <p className="hint">{t('sure.tornado.text')}</p>
      {onMove && (
        <div className="sure-choices no-print">
          <Choice
            name="tornadoBy"
            label={t('sure.tornado.by')}
            value={move}
            options={moves.map((each) => [each, t(`sure.tornado.${each}`, { swing: show.share(swing) })])}
            onChoice={onMove}
          />
        </div>
      )}
      <Answered state={state} t={t}>
        {(asked, tornado) => <TornadoView asked={asked} tornado={tornado} show={show} t={t} />}
      </Answered>
    </Part>
  );
}
