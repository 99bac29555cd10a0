import { type RatingData, recommendGroups } from '../../../lib/calculators/surveys/rating-data.ts';
import { netPromoterScore } from '../../../lib/metrics/survey/net-promoter-score.ts';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

export interface AnswersProps {
  readonly data: RatingData;
  readonly t: Translate;
}

function overallScore(data: RatingData): number | undefined {
  const groups = recommendGroups(data);
  const score = groups.ok ? netPromoterScore(groups.value) : groups;
  return score.ok ? score.value : undefined;
}

/** The score of all answers, to hold others against. */
export function overallLevel({ data, t }: AnswersProps) {
  const value = overallScore(data);
  if (value === undefined) return undefined;
  return { value, label: t('nps.all', { score: surveyFormat(t).points(value) }) };
}

export function segmentName(name: string, t: Translate): string {
  return name || t('nps.segment.none');
}

interface ChoiceProps<Value> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** What a view shows, chosen from a list. */
export function Choice<Value extends string | number>({ name, label, options, chosen, choose }: ChoiceProps<Value>) {
  return (
    <label className="choice no-print">
      {label}{' '}
      <select
        name={name}
        value={chosen}
        onChange={({ target }) => {
          const option = options[target.selectedIndex];
          if (option) choose(option.value);
        }}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
