import { createContext, useContext } from 'react';
import type { Explained } from '../../lib/journey-map/explaining-terms.ts';
import type { Translate } from './messages.ts';

interface Explanation {
  readonly term: string;
  readonly definition: string;
  readonly href: string;
}

/** What the glossary says of the parts of a map. */
export type FieldHelpTexts = Readonly<Record<Explained, Explanation>>;

/** Given once around the builder, because every view has fields that explain themselves. */
export const FieldHelpContext = createContext<FieldHelpTexts | undefined>(undefined);

interface Props {
  readonly of: Explained;
  readonly t: Translate;
}

/** A mark beside a field or a heading that opens the definition of its term, with the way to the page. */
export function FieldHelp({ of, t }: Props) {
  const explanation = useContext(FieldHelpContext)?.[of];
  if (!explanation) return null;
  const { term, definition, href } = explanation;
  return (
    <details className="field-help">
      <summary aria-label={t('journey.help', { term })}>?</summary>
      <p>
        <a href={href}>{term}</a>
        {t('journey.help.colon')}
        {definition}
      </p>
    </details>
  );
}
