import { useEffect, useMemo, useRef, useState } from 'react';
import { pushFragment, readFragment, replaceFragment } from '../../browser/address.ts';
import type { BegunMap } from '../../browser/journey-map-keeper.ts';
import { keepNew } from '../../browser/journey-map-store.ts';
import { fetchTemplate } from '../../browser/journey-map-template.ts';
import { newId } from '../../browser/new-id.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { translator } from '../../lib/i18n/translate.ts';
import type { Repair } from '../../lib/journey-map/field-reader.ts';
import { type History, historyOf } from '../../lib/journey-map/history.ts';
import type { ReadMap } from '../../lib/journey-map/read.ts';
import { FieldHelpContext, type FieldHelpTexts } from './FieldHelp.tsx';
import { KeptMapView } from './KeptMapView.tsx';
import { type GlossaryAddresses, LexiconContext } from './lexicon-context.ts';
import { MapList } from './list/MapList.tsx';
import type { JourneyMessages } from './messages.ts';
import { readProblemSentence } from './read-problem.tsx';
import type { Template } from './templates.ts';

interface Props {
  readonly locale: Locale;
  readonly messages: JourneyMessages;
  readonly templates: readonly Template[];
  readonly help: FieldHelpTexts;
  /** Address of the published schema. */
  readonly schema: string;
  /** Address of the names of the glossary's terms. */
  readonly glossary: GlossaryAddresses;
}

/**
 * The map that is open, by the fragment of the address: `id=…` one of this device, `map=…` one in the link itself,
 * `template=…` one to begin with.
 */
interface Opened {
  readonly id: string;
  readonly begun?: BegunMap;
  readonly repairs: readonly Repair[];
  /** The fragment that holds it, for as long as it is not kept. */
  readonly link?: string;
}

const idStart = 'id=';
const templateStart = 'template=';

/** Customer journey maps, made and kept on this device. */
export function JourneyMapBuilder({ locale, messages, templates, help, schema, glossary }: Props) {
  const t = useMemo(() => translator(locale, messages), [locale, messages]);
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  /** Maps that could not be kept: they last as long as the page. */
  const [unkept, setUnkept] = useState<ReadonlyMap<string, History>>(new Map());
  const place = useRef<HTMLDivElement>(null);

  const show = (next: Opened | undefined) => {
    setOpened(next);
    if (next) setProblem(undefined);
  };
  const openKept = (id: string) => {
    const history = unkept.get(id);
    const begun = history && { history, isNewer: false, isToKeep: true };
    show({ id, ...(begun && { begun }), repairs: [] });
  };
  const openTemplate = async ({ address }: Template, fragment: string) => {
    const read = await fetchTemplate(address);
    if (readFragment() !== fragment) return;
    show(read && begunFrom(read, fragment));
    setProblem(read ? undefined : t('journey.list.templates.failed'));
  };
  const openAddress = async () => {
    const fragment = readFragment();
    if (fragment.startsWith(idStart)) return openKept(fragment.slice(idStart.length));
    const template = templates.find(({ name }) => fragment === templateStart + name);
    if (template) return openTemplate(template, fragment);
    const linked = fragment.startsWith('map=')
      ? await (await import('../../browser/journey-map-link.ts')).readMapLink(fragment)
      : undefined;
    // The reader may have gone on while it was unpacked.
    if (readFragment() !== fragment) return;
    if (linked?.ok) return show(begunFrom(linked.value, fragment));
    setProblem(linked && readProblemSentence(linked, t));
    show(undefined);
  };
  const openLatest = useRef(openAddress);
  openLatest.current = openAddress;
  useEffect(() => {
    const open = () => void openLatest.current();
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, []);
  // Whoever went from the list to a map, or back, goes on reading there.
  const hasMoved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the step from one to the other
  useEffect(() => {
    if (hasMoved.current) place.current?.focus();
  }, [opened?.id]);

  const goTo = (fragment: string, next: Opened | undefined) => {
    hasMoved.current = true;
    pushFragment(fragment);
    setProblem(undefined);
    show(next);
  };
  const begin = (read: ReadMap) => {
    const next = begunFrom(read);
    goTo(idStart + next.id, next);
  };
  const open = (id: string) => {
    hasMoved.current = true;
    pushFragment(idStart + id);
    openKept(id);
  };
  const keepCopy = async (history: History) => {
    const copy = await keepNew(history, Date.now());
    if (copy.ok) open(copy.value.id);
  };

  return (
    <LexiconContext value={glossary}>
      <FieldHelpContext value={help}>
        <div className="journey" ref={place} tabIndex={-1}>
          {opened ? (
            <KeptMapView
              key={opened.id}
              id={opened.id}
              begun={opened.begun}
              repairs={opened.repairs}
              isFromLink={opened.link !== undefined}
              onKept={() => {
                // Another link may stand there by now, and wait to be opened.
                if (readFragment() === opened.link) replaceFragment(idStart + opened.id);
              }}
              onProblem={(reason) => {
                setProblem(t(`journey.open.${reason}`));
                show(undefined);
              }}
              onUnkept={(history) => setUnkept((before) => new Map(before).set(opened.id, history))}
              onClose={() => goTo('', undefined)}
              onKeepCopy={keepCopy}
              schema={schema}
              t={t}
            />
          ) : (
            <MapList problem={problem} templates={templates} unkept={unkept} onBegin={begin} onOpen={open} t={t} />
          )}
        </div>
      </FieldHelpContext>
    </LexiconContext>
  );
}

/** A map that came from a link is kept only when the reader says so or changes it; one that a newer version wrote, never. */
function begunFrom({ map, repairs, isNewer }: ReadMap, link?: string): Opened {
  const begun = { history: historyOf(map), isNewer, isToKeep: link === undefined && !isNewer };
  return { id: newId(), begun, repairs, ...(link !== undefined && { link }) };
}
