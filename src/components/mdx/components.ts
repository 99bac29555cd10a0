import type { ComponentName } from '../../lib/glossary/component-names.ts';
import AdoptionChart from './AdoptionChart.astro';
import AnticipateSteps from './AnticipateSteps.astro';
import Bars from './Bars.astro';
import CohortTable from './CohortTable.astro';
import ConditionsCheck from './ConditionsCheck.astro';
import DialogueCycle from './DialogueCycle.astro';
import DurationHistogram from './DurationHistogram.astro';
import ExpectationStates from './ExpectationStates.astro';
import FourMoments from './FourMoments.astro';
import IntervalsBySize from './IntervalsBySize.astro';
import JourneyCurve from './JourneyCurve.astro';
import LifetimeValueChart from './LifetimeValueChart.astro';
import Link from './Link.astro';
import NetPromoterScale from './NetPromoterScale.astro';
import PaybackCurve from './PaybackCurve.astro';
import PointsToLine from './PointsToLine.astro';
import PurchaseCounts from './PurchaseCounts.astro';
import RecencyFrequencyGrid from './RecencyFrequencyGrid.astro';
import ResponseTimes from './ResponseTimes.astro';
import Result from './Result.astro';
import RetentionByTenure from './RetentionByTenure.astro';
import RevenueBridge from './RevenueBridge.astro';
import RevenueOverTime from './RevenueOverTime.astro';
import SectionHeading from './SectionHeading.astro';
import SurvivalChart from './SurvivalChart.astro';
import SurvivalSteps from './SurvivalSteps.astro';
import Table from './Table.astro';
import TableHead from './TableHead.astro';
import Timeline from './Timeline.astro';
import Worked from './Worked.astro';

const named = {
  Worked,
  Result,
  SurvivalChart,
  LifetimeValueChart,
  RetentionByTenure,
  NetPromoterScale,
  ExpectationStates,
  FourMoments,
  JourneyCurve,
  AnticipateSteps,
  PointsToLine,
  DialogueCycle,
  AdoptionChart,
  PurchaseCounts,
  ResponseTimes,
  Bars,
  RevenueBridge,
  RevenueOverTime,
  PaybackCurve,
  CohortTable,
  SurvivalSteps,
  IntervalsBySize,
  RecencyFrequencyGrid,
  DurationHistogram,
  Timeline,
  ConditionsCheck,
} satisfies Record<ComponentName, unknown>;

/** What content is rendered with: its Markdown elements and the components it may name. */
export const contentComponents = { a: Link, h2: SectionHeading, table: Table, th: TableHead, ...named };
