import type { ComponentName } from '../../lib/glossary/component-names.ts';
import AdoptionChart from './AdoptionChart.astro';
import AnticipateSteps from './AnticipateSteps.astro';
import DialogueCycle from './DialogueCycle.astro';
import ExpectationStates from './ExpectationStates.astro';
import FourMoments from './FourMoments.astro';
import JourneyCurve from './JourneyCurve.astro';
import LifetimeValueChart from './LifetimeValueChart.astro';
import Link from './Link.astro';
import NetPromoterScale from './NetPromoterScale.astro';
import PointsToLine from './PointsToLine.astro';
import PurchaseCounts from './PurchaseCounts.astro';
import ResponseTimes from './ResponseTimes.astro';
import Result from './Result.astro';
import RetentionByTenure from './RetentionByTenure.astro';
import SectionHeading from './SectionHeading.astro';
import SurvivalChart from './SurvivalChart.astro';
import Table from './Table.astro';
import TableHead from './TableHead.astro';
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
} satisfies Record<ComponentName, unknown>;

/** What content is rendered with: its Markdown elements and the components it may name. */
export const contentComponents = { a: Link, h2: SectionHeading, table: Table, th: TableHead, ...named };
