import { useState } from 'react';
import { type PeriodLength, suitablePeriod } from '../../../lib/calculators/surveys/survey-periods.ts';
import type { AnswersProps } from './answers-parts.tsx';
import { SegmentsView } from './SegmentsView.tsx';
import { TrendView } from './TrendView.tsx';
import { TwoPartsView } from './TwoPartsView.tsx';

/** What a file of answers shows beyond its score: over time, by segment, and any two parts of it compared. */
export default function AnswersViews({ data, t }: AnswersProps) {
  const [chosen, setLength] = useState<PeriodLength>();
  const length = chosen ?? suitablePeriod(data.months);
  return (
    <>
      {data.months.length > 0 && <TrendView data={data} length={length} choose={setLength} t={t} />}
      {data.segments.length > 1 && <SegmentsView data={data} t={t} />}
      <TwoPartsView data={data} length={length} t={t} />
    </>
  );
}
