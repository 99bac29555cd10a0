import { useLayoutEffect, useRef } from 'react';
import { cellKey } from '../../../lib/journey-map/cells.ts';
import { pagesOf } from '../../../lib/journey-map/paper.ts';
import { CardFace } from '../CardFace.tsx';
import { FeelingRow } from '../grid/FeelingRow.tsx';
import { Moments } from '../Moments.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { Editor } from '../use-editor.ts';

/** Points of the letters of a map on one page: from hardly readable to those of a book. */
const [smallest, largest] = [0.5, 11];
/** Halvings of the span between them: to a hundredth of a point. */
const halvings = 10;

/** Sets the largest letters with which everything is on the page, whose height is fixed. */
function fitLetters(sheets: HTMLElement): void {
  const page = sheets.firstElementChild;
  if (!page) return;
  let [least, most] = [smallest, largest];
  for (let round = 0; round < halvings; round += 1) {
    const size = (least + most) / 2;
    sheets.style.fontSize = `${size}pt`;
    if (page.scrollHeight <= page.clientHeight && page.scrollWidth <= page.clientWidth) least = size;
    else most = size;
  }
  sheets.style.fontSize = `${least}pt`;
}

/** The map on paper: the headings of stages and lanes stand on every page. */
export function Sheets({ editor, t }: { readonly editor: Editor; readonly t: Translate }) {
  const { map, lanes, cells, reading, paper } = editor;
  const sheets = useRef<HTMLDivElement>(null);
  const pages = pagesOf(map.stages, paper);
  useLayoutEffect(() => {
    if (paper.fit === 'one-page' && sheets.current) fitLetters(sheets.current);
  }, [paper]);
  const notes = [
    t(`journey.kind.${map.kind}`),
    ...(reading === 'whole' ? [] : [t(`journey.reading.${reading}`)]),
    ...map.personas.map(({ name }) => name).filter((name) => name !== ''),
  ];
  return (
    <div ref={sheets} className="printed-map" data-paper={paper.size} data-fit={paper.fit}>
      {pages.map((stages, index) => (
        <section key={stages[0]?.id ?? ''}>
          <p className="printed-title">{map.title || t('journey.untitled')}</p>
          <p className="printed-notes">
            {[
              ...notes,
              ...(pages.length > 1 ? [t('journey.print.page', { page: index + 1, pages: pages.length })] : []),
            ].map((note) => (
              <span key={note}>{note}</span>
            ))}
          </p>
          <table>
            <thead>
              <tr>
                <td />
                {stages.map((stage) => (
                  <th key={stage.id} scope="col">
                    {stageName(map.stages, stage, t)}
                    <Moments stage={stage} t={t} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <FeelingRow map={{ ...map, stages }} t={t} />
              {lanes.map((lane) => (
                <tr key={lane.id}>
                  <th scope="row">{laneName(lane, t)}</th>
                  {stages.map((stage) => (
                    <td key={stage.id}>
                      {cells.get(cellKey(stage.id, lane.id))?.map((card) => (
                        <p key={card.id}>
                          <CardFace card={card} t={t} />
                        </p>
                      ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}
