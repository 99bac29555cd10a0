import type { CustomerSummary } from '../../../lib/calculators/customer-summary.ts';
import type { GroupComparison, GroupSurvival } from '../../../lib/calculators/customers/group-survival.ts';
import type { SurvivalPoint, SurvivalSummary } from '../../../lib/calculators/customers/survival-summary.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { LineChart } from '../../charts/LineChart.tsx';
import { ShownFacts, useShownNumbers } from '../../charts/ShownNumbers.tsx';
import type { Translate } from './messages.ts';
import { type ViewProps, ViewSection } from './view-parts.tsx';
import type { Wording } from './wording.ts';

/** Lines a picture can hold. */
const mostCurves = 5;
/** Below this, differences between groups are hardly chance. */
const unlikely = 0.05;

/** The curve from the start of all to the end of what was seen. */
function curveOf({ points, longest }: SurvivalSummary): SurvivalPoint[] {
  const last = points.at(-1);
  const end = last && last.time < longest ? [{ ...last, time: longest }] : [];
  return [{ time: 0, survival: 1 }, ...points, ...(last ? end : [{ time: longest, survival: 1 }])];
}

function survivalAt(summary: SurvivalSummary, time: number): number {
  return summary.points.findLast((point) => point.time <= time)?.survival ?? 1;
}

/** When half have left, and how sure that is; or how many are still there at the end of what was seen. */
function medianWords(
  survival: SurvivalSummary,
  unit: CustomerSummary['timeUnit'],
  { time, share }: Wording,
  t: Translate,
) {
  const { median, medianLower, medianUpper, longest } = survival;
  if (median === undefined) {
    return t('churn.stay.noMedian', { longest: time(longest, unit), share: share(survivalAt(survival, longest)) });
  }
  const words = { median: time(median, unit), lower: time(medianLower ?? 0, unit) };
  return medianUpper === undefined
    ? t('churn.stay.median.open', words)
    : t('churn.stay.median', { ...words, upper: time(medianUpper, unit) });
}

/** How long customers stay: the survival curve with its band, and the median. */
export function StayView({ summary, wording, t }: ViewProps) {
  const { survival, timeUnit } = summary;
  const { share, number } = wording;
  const caption = medianWords(survival, timeUnit, wording, t);
  const curve = curveOf(survival);
  const { median, medianLower, medianUpper, longest } = survival;
  const time = (value: number) => wording.time(value, timeUnit);
  return (
    <ViewSection title={t('churn.stay.title')}>
      <ShownFacts
        name="median-lifetime"
        caption={caption}
        facts={[
          [t('churn.groups.median'), median, time],
          [t('churn.head.lower'), medianLower, time],
          [t('churn.head.upper'), medianUpper, time],
          [t('churn.head.kept'), median === undefined ? survivalAt(survival, longest) : undefined, share],
        ]}
      />
      <output name="medianLifetime" className={median === undefined ? 'no-value' : 'churn-median'} data-value={median}>
        {median === undefined ? t('churn.stay.unknown') : t('churn.stay.short', { median: time(median) })}
      </output>
      <ChartFigure
        caption={caption}
        name="survival-curve"
        t={t}
        chart={
          <LineChart
            caption={caption}
            series={[
              {
                label: t('churn.survival.line'),
                isStepped: true,
                points: curve.map(({ time: at, survival: left }) => [at, left] as const),
                band: curve.map(
                  ({ time: at, survival: left, lower = left, upper = left }) => [at, lower, upper] as const,
                ),
              },
            ]}
            xLabel={t(`churn.stay.since.${timeUnit}`)}
            yLabel={t('churn.survival.share')}
            formatX={(value) => number(value)}
            formatY={(value) => share(value, 0)}
            yDomain={[0, 1]}
            level={{ value: 0.5, label: t('churn.stay.half') }}
          />
        }
        table={{
          head: [t(`churn.stay.since.${timeUnit}`), t('churn.head.kept'), t('churn.head.lower'), t('churn.head.upper')],
          rows: survival.points.map(({ time: at, survival: left, lower = left, upper = left }) => [
            number(at),
            left,
            lower,
            upper,
          ]),
          format: (value) => share(value),
        }}
      />
      <p className="hint">{t('churn.stay.how')}</p>
    </ViewSection>
  );
}

function groupName({ name }: GroupSurvival, t: Translate): string {
  if (typeof name === 'number') return t.count('churn.groups.rest', name);
  return name === '' ? t('churn.groups.empty') : name;
}

/** Whether a group leaves sooner or later than all others, as far as that is more than chance. */
function verdict({ ended, expected, pValue }: GroupSurvival, t: Translate): string {
  if (expected === undefined) return t('churn.groups.young');
  if (pValue === undefined || pValue >= unlikely) return t('churn.groups.chance');
  return t(ended > expected ? 'churn.groups.sooner' : 'churn.groups.longer');
}

function testWords({ test, groups }: GroupComparison, { chance, pValue, number }: Wording, t: Translate): string {
  if ('reason' in test) {
    return t('churn.groups.untested', { reason: t(`reason.${test.reason}`) });
  }
  const said = t(test.pValue < unlikely ? 'churn.groups.differ' : 'churn.groups.same', {
    share: chance(test.pValue),
    p: pValue(test.pValue),
  });
  const compared = groups.filter((group) => group.pValue !== undefined).length;
  return compared > 2
    ? [said, t('churn.groups.many', { count: number(compared) })].join(t('calc.sentenceSpace'))
    : said;
}

function GroupTable({ groups, summary, wording, t }: ViewProps & Pick<GroupComparison, 'groups'>) {
  const { number, time, chance } = wording;
  const isJudged = groups.some(({ pValue }) => pValue !== undefined);
  const { timeUnit } = summary;
  useShownNumbers({
    name: 'groups',
    caption: t('churn.groups.title'),
    table: {
      head: [
        t('churn.groups.group'),
        t('churn.groups.customers'),
        t('churn.head.lost'),
        t('churn.groups.expected'),
        t('churn.groups.median'),
        t('churn.head.lower'),
        t('churn.head.upper'),
        t('churn.groups.pValue.adjusted'),
      ],
      rows: groups.map((group) => {
        const { customers, ended, expected, median, medianLower, medianUpper, pValue } = group;
        const limits = [expected, median, medianLower, medianUpper, pValue].map((value) => value ?? '');
        return [groupName(group, t), customers, ended, ...limits];
      }),
      format: (value, column) => {
        if (column === 7) return chance(value);
        return column > 3 ? time(value, timeUnit) : number(value, 0);
      },
    },
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="scroll" aria-label={t('churn.groups.title')} tabIndex={0}>
      <table className="churn-groups">
        <thead>
          <tr>
            <th scope="col">{t('churn.groups.group')}</th>
            <th scope="col">{t('churn.groups.customers')}</th>
            <th scope="col">{t('churn.head.lost')}</th>
            <th scope="col">{t('churn.groups.expected')}</th>
            <th scope="col">{t('churn.groups.median')}</th>
            {isJudged && <th scope="col">{t('churn.groups.verdict')}</th>}
          </tr>
        </thead>
        <tbody>
          {groups.map((group, place) => {
            const { customers, ended, expected, median, medianLower, medianUpper, longest } = group;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups may be named alike
              <tr key={place}>
                <th scope="row">{groupName(group, t)}</th>
                <td>{number(customers)}</td>
                <td>{number(ended)}</td>
                <td>{expected === undefined ? '–' : number(expected, 0)}</td>
                <td>
                  {median === undefined ? (
                    t('churn.groups.more', { time: time(longest, timeUnit) })
                  ) : (
                    <>
                      {time(median, timeUnit)}
                      <span className="hint">
                        {medianUpper === undefined
                          ? t('churn.groups.from', { lower: time(medianLower ?? 0, timeUnit) })
                          : t('calc.fromTo', { lower: number(medianLower ?? 0, 1), upper: number(medianUpper, 1) })}
                      </span>
                    </>
                  )}
                </td>
                {isJudged && <td>{verdict(group, t)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Groups of customers compared: their curves, their medians, and whether they differ by more than chance. */
export function GroupsView(props: ViewProps) {
  const { summary, wording, t } = props;
  const { groups: comparison, timeUnit } = summary;
  if (!comparison) return null;
  const { groups, test } = comparison;
  const { share, number, time } = wording;
  const pValue = 'pValue' in test ? test.pValue : undefined;
  const tested = testWords(comparison, wording, t);
  const shown = groups.slice(0, mostCurves);
  /** Half as far as every curve shown goes: at their ends few customers are left to tell. */
  const middle = Math.floor(Math.min(...shown.map(({ longest }) => longest)) / 2);
  const after = shown
    .map((group) => ({ name: groupName(group, t), left: survivalAt(group, middle) }))
    .sort((one, other) => other.left - one.left);
  const [best, worst] = [after[0], after.at(-1)];
  const caption = t('churn.groups.caption', {
    time: time(middle, timeUnit),
    best: best?.name ?? '',
    bestShare: share(best?.left ?? 1),
    worst: worst?.name ?? '',
    worstShare: share(worst?.left ?? 1),
  });
  return (
    <ViewSection title={t('churn.groups.title')} isBroad>
      <div className="data-view-words">
        <output name="groupsPValue" className="churn-verdict" data-value={pValue}>
          {tested}
        </output>
        <ShownFacts name="groups-test" caption={tested} facts={[[t('churn.groups.pValue'), pValue, wording.chance]]} />
        <GroupTable {...props} groups={groups} />
      </div>
      <ChartFigure
        caption={caption}
        name="survival-by-group"
        t={t}
        chart={
          <LineChart
            caption={caption}
            series={shown.map((group) => ({
              label: groupName(group, t),
              isStepped: true,
              points: curveOf(group).map((point) => [point.time, point.survival] as const),
            }))}
            xLabel={t(`churn.stay.since.${timeUnit}`)}
            yLabel={t('churn.survival.share')}
            formatX={(value) => number(value)}
            formatY={(value) => share(value, 0)}
            yDomain={[0, 1]}
          />
        }
        table={{
          head: [
            t('churn.groups.group'),
            t(`churn.stay.since.${timeUnit}`),
            t('churn.head.kept'),
            t('churn.head.lower'),
            t('churn.head.upper'),
          ],
          rows: shown.flatMap((group) =>
            group.points.map(({ time: at, survival: left, lower = left, upper = left }) => [
              groupName(group, t),
              number(at),
              left,
              lower,
              upper,
            ]),
          ),
          format: (value) => share(value),
        }}
      />
    </ViewSection>
  );
}
