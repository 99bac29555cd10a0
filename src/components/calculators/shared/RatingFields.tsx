import { type ClipboardEvent, memo, useId, useState } from 'react';
import { longestText } from '../../../lib/calculators/entered.ts';
import { type PastedCounts, pastedCounts, type RatingName } from '../../../lib/calculators/surveys/pasted-counts.ts';
import { stepKeys, stepWith } from '../../fields/NumberField.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { fieldProblem } from './CalculatorField.tsx';
import type { Translate } from './messages.ts';
import type { ScenarioState } from './use-calculator.ts';

interface Props {
  readonly scenario: ScenarioState;
  /** Before the names in the form. */
  readonly prefix: string;
  /** The points of the scale, lowest first. */
  readonly ratings: readonly number[];
  readonly hint: string | undefined;
  readonly words: QuantityWords;
  readonly t: Translate;
}

const nameOf = (rating: number) => `rating${rating}` as RatingName;

/** The counts of answers per rating, side by side; what is copied from a row or column of a spreadsheet fills them. */
export const RatingFields = memo(function RatingFields({ scenario, prefix, ratings, hint, words, t }: Props) {
  const [pasted, setPasted] = useState<PastedCounts>();
  const id = useId();
  const problems = ratings.flatMap((rating) => {
    const problem = fieldProblem(scenario, nameOf(rating), false, t);
    return problem === undefined ? [] : [{ rating, problem }];
  });
  const paste = (rating: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const found = pastedCounts(event.clipboardData.getData('text'), ratings, rating);
    if (!found) return;
    event.preventDefault();
    for (const [place, text] of found.counts) scenario.field(nameOf(place)).type(text.slice(0, longestText));
    setPasted(found);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of its own would look like one
    <div className="ratings" role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`}>{t('calc.ratings')}</p>
      <div className="rating-fields">
        {ratings.map((rating) => {
          const name = nameOf(rating);
          const field = scenario.field(name);
          const isWrong = problems.some((problem) => problem.rating === rating);
          return (
            <label key={rating}>
              <span aria-hidden="true">{rating}</span>
              <input
                name={prefix + name}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                maxLength={longestText}
                value={field.text}
                aria-label={words.labels[name]}
                aria-invalid={isWrong || undefined}
                aria-describedby={isWrong ? `${id}-problem-${rating}` : undefined}
                onChange={({ target }) => field.type(target.value)}
                onBlur={field.tidy}
                onPaste={paste(rating)}
                onKeyDown={stepWith(field, stepKeys)}
              />
            </label>
          );
        })}
      </div>
      {hint && <p className="hint">{hint}</p>}
      <p className="hint" role="status">
        {pasted && t.count('calc.ratings.pasted', pasted.counts.size)}
        {t('calc.sentenceSpace')}
        {pasted && pasted.leftOut > 0 && t.count('calc.ratings.left', pasted.leftOut)}
      </p>
      <div className="problem" aria-live="polite">
        {problems.map(({ rating, problem }) => (
          <p key={rating} id={`${id}-problem-${rating}`}>
            {t('problem.field', { field: words.labels[nameOf(rating)] ?? String(rating), problem })}
          </p>
        ))}
      </div>
    </div>
  );
});
