import { type ReactNode, useState } from 'react';
import type { OpenMap } from '../../browser/journey-map-keeper.ts';
import { isBackupDue } from '../../lib/journey-map/backup.ts';
import type { History } from '../../lib/journey-map/history.ts';
import type { JourneyKey, Translate } from './messages.ts';
import type { KeptMap } from './use-map-keeper.ts';

interface Props {
  readonly kept: KeptMap;
  readonly open: OpenMap;
  readonly isFromLink: boolean;
  readonly onSaveAsFile: () => void;
  readonly onKeepCopy: (history: History) => Promise<void>;
  readonly t: Translate;
}

/** What the reader should know about how the map is kept, each with what can be done about it. */
export function KeepingNotices({ kept, open, isFromLink, onSaveAsFile, onKeepCopy, t }: Props) {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const { problem, summary, isElsewhere, isNewer, isRecovered } = open;
  const button = (key: JourneyKey, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {t(key)}
    </button>
  );
  const dismiss = (name: string) => button('journey.keep.understood', () => setRead(new Set(read).add(name)));
  const keepCopy = () => {
    const history = kept.current();
    if (history) void onKeepCopy(history);
  };
  const isConflict = problem === 'changed-elsewhere' || problem === 'deleted-elsewhere';
  const notices: readonly (readonly [name: string, isShown: boolean, text: JourneyKey, actions: ReactNode])[] = [
    ['newer', isNewer, 'journey.keep.newer', null],
    ['elsewhere', isElsewhere && !isConflict, 'journey.keep.elsewhere', button('journey.keep.takeOver', kept.takeOver)],
    ['recovered', isRecovered, 'journey.keep.recovered', dismiss('recovered')],
    [
      'problem',
      problem !== undefined,
      `journey.keep.${problem ?? 'storage-blocked'}`,
      <>
        {isConflict && button('journey.keep.copy', keepCopy)}
        {button('journey.keep.file', onSaveAsFile)}
      </>,
    ],
    [
      'link',
      isFromLink && !summary && !problem && !isNewer,
      'journey.keep.link',
      button('journey.keep.now', kept.keepNow),
    ],
    [
      'backup',
      !problem && summary !== undefined && isBackupDue(summary),
      'journey.keep.backup',
      <>
        {button('journey.keep.file', onSaveAsFile)}
        {dismiss('backup')}
      </>,
    ],
  ];
  return (
    <div role="status" className="journey-notices no-print">
      {notices.map(
        ([name, isShown, text, actions]) =>
          isShown &&
          !read.has(name) && (
            <p className="notice" key={name}>
              {t(text)} {actions}
            </p>
          ),
      )}
    </div>
  );
}
