import type { Lane, Stage } from '../../lib/journey-map/document.ts';
import type { Translate } from './messages.ts';

/** What a stage is called; those without a title go by their number. */
export function stageName(stages: readonly Stage[], { id, title }: Stage, t: Translate): string {
  return title || t('journey.stage.untitled', { number: stages.findIndex((stage) => stage.id === id) + 1 });
}

/** What a lane is called; those without a title go by their kind. */
export function laneName({ title, kind }: Lane, t: Translate): string {
  return title || t(`journey.lane.${kind}`);
}
