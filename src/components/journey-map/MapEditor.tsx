import { type ReactNode, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import type { History } from '../../lib/journey-map/history.ts';
import { EditorHead, Readings, stepActions } from './EditorHead.tsx';
import { GridView } from './grid/GridView.tsx';
import type { Translate } from './messages.ts';
import { loadParts, part } from './part.tsx';
import { PrintedMap } from './print/PrintedMap.tsx';
import { useEditor } from './use-editor.ts';
import { useShortcuts } from './use-shortcuts.ts';

const ShortcutsDialog = part(() => import('./ShortcutsDialog.tsx'));
const OutlineView = part(() => import('./outline/OutlineView.tsx'));
const PresentView = part(() => import('./present/PresentView.tsx'));
const AnalysisView = part(() => import('./analyse/AnalysisView.tsx'));
const DetailsView = part(() => import('./details/DetailsView.tsx'));
const ShareView = part(() => import('./share/ShareView.tsx'));
const PastView = part(() => import('./past/PastView.tsx'));

const views = {
  grid: GridView,
  outline: OutlineView,
  present: PresentView,
  analysis: AnalysisView,
  details: DetailsView,
  share: ShareView,
  past: PastView,
} as const;
type ViewName = keyof typeof views;
const viewNames = Object.keys(views) as ViewName[];

/** Screens on which a table shows hardly more than one column. */
const narrow = '(max-width: 40rem)';
/** Milliseconds from opening a map to loading what else may be wanted: the map comes first. */
const calm = 1_500;
/** Views that are printed as they are; the others print the map. */
const ownPrint: ReadonlySet<ViewName> = new Set(['analysis', 'details', 'past']);

interface Props {
  readonly id: string;
  readonly opened: History;
  readonly isReadOnly: boolean;
  readonly onHistory: (history: History) => void;
  /** Address of the published schema. */
  readonly schema: string;
  /** The way back to the list, and how the map is kept. */
  readonly top: ReactNode;
  readonly t: Translate;
}

/** One open map: its views, and what belongs to all of them. */
export function MapEditor({ id, opened, isReadOnly, onHistory, schema, top, t }: Props) {
  const editor = useEditor(opened, isReadOnly, onHistory);
  const [tableView] = useState<ViewName>(() => (matchMedia(narrow).matches ? 'outline' : 'grid'));
  const [view, setView] = useState<ViewName>(tableView);
  const [areKeysShown, setKeysShown] = useState(false);
  const showKeys = () => setKeysShown(true);
  useEffect(() => {
    const timer = setTimeout(loadParts, calm);
    return () => clearTimeout(timer);
  }, []);
  // The page makes room for it.
  useLayoutEffect(() => {
    document.body.classList.add('map-open');
    return () => document.body.classList.remove('map-open');
  }, []);
  useShortcuts({ ...stepActions(editor, t), help: showKeys });
  const View = views[view];
  const show = (cards: readonly string[]) => {
    // Some of them may be in lanes of the other reading.
    editor.actions.read('whole');
    editor.actions.select(cards);
    setView(tableView);
  };
  return (
    <div className="journey-editor" data-view={view}>
      <EditorHead editor={editor} top={top} onHelp={showKeys} t={t} />
      <div className="journey-bar">
        <nav className="journey-views" aria-label={t('journey.view')}>
          {viewNames.map((name) => (
            <button
              type="button"
              key={name}
              aria-current={view === name ? 'true' : undefined}
              onClick={() => setView(name)}
            >
              {t(`journey.view.${name}`)}
            </button>
          ))}
        </nav>
        <Readings editor={editor} t={t} />
      </div>
      {!ownPrint.has(view) && <PrintedMap editor={editor} t={t} />}
      <Suspense fallback={null}>
        <View editor={editor} id={id} show={show} schema={schema} t={t} />
      </Suspense>
      <p className="journey-said" role="status">
        <span key={editor.said.count}>{editor.said.text}</span>
      </p>
      <Suspense fallback={null}>
        {areKeysShown && <ShortcutsDialog onClose={() => setKeysShown(false)} t={t} />}
      </Suspense>
    </div>
  );
}
