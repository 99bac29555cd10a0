import { useState } from 'react';
import { fetchTemplate } from '../../../browser/journey-map-template.ts';
import type { ReadMap } from '../../../lib/journey-map/read.ts';
import type { Translate } from '../messages.ts';
import type { Template } from '../templates.ts';

interface Props {
  readonly templates: readonly Template[];
  readonly onRead: (read: ReadMap) => void;
  readonly t: Translate;
}

/** Maps to begin with: a filled-in one is easier to change than an empty one to begin. */
export function Templates({ templates, onRead, t }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const begin = async ({ address }: Template) => {
    setFailed(false);
    const read = await fetchTemplate(address);
    if (read) onRead(read);
    else setFailed(true);
  };
  return (
    <>
      <h3>{t('journey.list.templates')}</h3>
      <ul className="journey-templates">
        {templates.map((template) => (
          <li key={template.name}>
            <button type="button" onClick={() => void begin(template)}>
              {template.title}
            </button>
            <p className="hint">{template.text}</p>
          </li>
        ))}
      </ul>
      <p role="status" className={hasFailed ? 'problem' : undefined}>
        {hasFailed && t('journey.list.templates.failed')}
      </p>
    </>
  );
}
