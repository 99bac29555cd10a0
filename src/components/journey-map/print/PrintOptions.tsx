import { type Paper, paperFits, paperSizes } from '../../../lib/journey-map/paper.ts';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';

interface ChoiceProps<Name extends Paper['size'] | Paper['fit']> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly chosen: Name;
  readonly labelOf: (name: Name) => string;
  readonly onChoose: (name: Name) => void;
}

function Choice<Name extends Paper['size'] | Paper['fit']>(props: ChoiceProps<Name>) {
  const { legend, names, chosen, labelOf, onChoose } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {names.map((name) => (
        <label key={name}>
          <input type="radio" name={legend} checked={name === chosen} onChange={() => onChoose(name)} />
          {labelOf(name)}
        </label>
      ))}
    </fieldset>
  );
}

/** How the map comes on paper, or into a PDF, which browsers offer as a printer. */
export function PrintOptions({ editor, t }: { readonly editor: Editor; readonly t: Translate }) {
  const { paper, actions } = editor;
  return (
    <div className="journey-print">
      <Choice
        legend={t('journey.print.size')}
        names={paperSizes}
        chosen={paper.size}
        labelOf={(size) => size}
        onChoose={(size) => actions.layOut({ ...paper, size })}
      />
      <Choice
        legend={t('journey.print.fit')}
        names={paperFits}
        chosen={paper.fit}
        labelOf={(fit) => t(`journey.print.${fit}`)}
        onChoose={(fit) => actions.layOut({ ...paper, fit })}
      />
      <button type="button" aria-describedby="journey-print-hint" onClick={() => window.print()}>
        {t('journey.print')}
      </button>
      <p className="hint" id="journey-print-hint">
        {t('journey.print.hint')}
      </p>
    </div>
  );
}
