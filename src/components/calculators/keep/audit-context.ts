import { addressWith } from '../../../browser/address.ts';
import type { AuditContext } from '../../../lib/calculators/audit-card.ts';
import { problemSentence } from '../../../lib/i18n/problem-sentence.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import { differenceText } from '../shared/difference-text.ts';
import { withSentence } from '../shared/messages.ts';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { KeepProps } from './KeepBox.tsx';

/** A moment as the language writes it. */
export function dateText(moment: Date | number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}

/** What the audit card takes from the page. */
export function auditContext(
  { state, words, modelWords, t }: KeepProps,
  views: AuditContext['views'],
  made: Date,
): AuditContext {
  const links = Object.entries(words.links).map(([name, link]) => [name, new URL(link, location.href).href]);
  return {
    locale: t.locale,
    made: made.toISOString(),
    address: state.link === undefined ? undefined : addressWith(state.link),
    title: t(`calculator.${state.calculator.name}.title`),
    model: modelWords(state.model.name).label,
    labels: words.labels,
    links: Object.fromEntries(links) as AuditContext['links'],
    difference: (name, first, value) => differenceText(name, first, value, state.entered.currency, t),
    scenario: (index) => scenarioName({ name: '' }, index, t),
    sentence: (failure) => problemSentence(withSentence(failure), (field) => words.labels[field as QuantityName], t),
    incomplete: t('calc.incomplete'),
    views,
  };
}
