import { useState } from 'react';
import { noteSavedToFile } from '../../../browser/journey-map-store.ts';
import { PrintOptions } from '../print/PrintOptions.tsx';
import type { ViewProps } from '../view.ts';
import { CopyLink } from './CopyLink.tsx';
import { type FileFormat, otherFormats, saveMap, wholeFormats } from './map-files.ts';

/** The map as files and as a link: what can be opened again first, then what other programs take. */
export default function ShareView({ editor, id, schema, t }: ViewProps) {
  const [said, setSaid] = useState('');
  const [working, setWorking] = useState<FileFormat>();
  const save = async (format: FileFormat) => {
    setWorking(format);
    setSaid(t('journey.share.working'));
    try {
      const file = await saveMap(format, editor.actions.current(), schema, t);
      setSaid(t('journey.share.saved', { file }));
      if (wholeFormats.some((whole) => whole === format)) await noteSavedToFile(id);
    } catch {
      setSaid(t('journey.share.failed'));
    } finally {
      setWorking(undefined);
    }
  };
  const rows = (formats: readonly FileFormat[]) =>
    formats.map((format) => (
      <li key={format}>
        <button
          type="button"
          aria-describedby={`journey-share-${format}`}
          disabled={working !== undefined}
          onClick={() => void save(format)}
        >
          {t(`journey.share.${format}`)}
        </button>
        <p className="hint" id={`journey-share-${format}`}>
          {t(`journey.share.${format}.hint`)}
        </p>
      </li>
    ));
  return (
    <div className="journey-share">
      <section aria-labelledby="journey-share-again">
        <h2 id="journey-share-again">{t('journey.share.again')}</h2>
        <p className="hint">{t('journey.share.again.lead')}</p>
        <ul>
          {rows(wholeFormats)}
          <li>
            <CopyLink map={editor.map} t={t} />
          </li>
        </ul>
      </section>
      <section aria-labelledby="journey-share-others">
        <h2 id="journey-share-others">{t('journey.share.others')}</h2>
        <p className="hint">{t('journey.share.others.lead')}</p>
        <ul>{rows(otherFormats)}</ul>
      </section>
      <section aria-labelledby="journey-share-print">
        <h2 id="journey-share-print">{t('journey.print.title')}</h2>
        <PrintOptions editor={editor} t={t} />
      </section>
      <p role="status">{said}</p>
    </div>
  );
}
