import { useContext, useEffect, useEffectEvent, useId, useState } from 'react';
import { loadLexicon } from '../../../browser/lexicon.ts';
import { chosenKind, type LexiconEntry } from '../../../lib/glossary/search/lexicon.ts';
import type { Changes } from '../../../lib/journey-map/commands.ts';
import { type Card, degrees, feelings, limits } from '../../../lib/journey-map/document.ts';
import { Dialog } from '../Dialog.tsx';
import { FeelingMark } from '../FeelingMark.tsx';
import { FieldHelp } from '../FieldHelp.tsx';
import { LexiconContext } from '../lexicon-context.ts';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';

interface PartProps {
  readonly card: Card;
  /** Changes the card; those of one field come to one step. */
  readonly change: (changes: Changes<Card>) => void;
  readonly isReadOnly: boolean;
  readonly t: Translate;
}

/** How it feels, or is meant to: by shape, number and word. */
function FeelingChoice({ field, card, change, isReadOnly, t }: PartProps & { field: 'feeling' | 'hopedFeeling' }) {
  const name = useId();
  return (
    <fieldset disabled={isReadOnly}>
      <legend>{t(field === 'feeling' ? 'journey.card.feeling' : 'journey.card.hopedFeeling')}</legend>
      {feelings.map((feeling) => (
        <label key={feeling} className="journey-choice">
          <input
            type="radio"
            name={name}
            checked={card[field] === feeling}
            onChange={() => change({ [field]: feeling })}
          />
          <FeelingMark feeling={feeling} isHoped={field === 'hopedFeeling'} />
          {t(`journey.feeling.${feeling}`)}
        </label>
      ))}
      <label className="journey-choice">
        <input
          type="radio"
          name={name}
          checked={card[field] === undefined}
          onChange={() => change({ [field]: null })}
        />
        {t('journey.feeling.unsaid')}
      </label>
    </fieldset>
  );
}

function DegreeChoice({ field, card, change, isReadOnly, t }: PartProps & { field: 'effort' | 'value' }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t(`journey.card.${field}`)}</label>
      <select
        id={id}
        value={card[field] ?? ''}
        disabled={isReadOnly}
        onChange={({ target }) =>
          change({ [field]: degrees.find((degree) => String(degree) === target.value) ?? null })
        }
      >
        <option value="">{t('journey.feeling.unsaid')}</option>
        {degrees.map((degree) => (
          <option key={degree} value={degree}>
            {t(`journey.card.degree.${degree}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps extends PartProps {
  readonly field: 'text' | 'evidence' | 'owner';
}

function TextField({ field, card, change, isReadOnly, t }: TextProps) {
  const id = useId();
  const shared = {
    id,
    value: card[field] ?? '',
    readOnly: isReadOnly,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      change({ [field]: target.value === '' && field !== 'text' ? null : target.value }),
  };
  return (
    <div>
      <label htmlFor={id}>{t(`journey.card.field.${field}`)}</label>
      {field !== 'text' && <FieldHelp of={field} t={t} />}
      {field === 'owner' ? (
        <input {...shared} maxLength={limits.name} />
      ) : (
        <textarea {...shared} className="journey-text" rows={2} maxLength={limits.text} />
      )}
    </div>
  );
}

/** The term of the glossary a card is about, found by any of its names. */
function TermField({ card, change, isReadOnly, t }: PartProps) {
  const glossary = useContext(LexiconContext);
  const id = useId();
  const [terms, setTerms] = useState<readonly LexiconEntry[]>([]);
  const [typed, setTyped] = useState<string>();
  const chosen = terms.find(({ slug }) => slug === card.term);
  const wanted = typed?.trim().toLowerCase() ?? '';
  const found = terms.find(({ title, names }) =>
    [title, ...Object.values(names).flat()].some((name) => name.toLowerCase() === wanted),
  );
  const link = useEffectEvent((slug: string) => change({ term: slug }));
  // Not while typing: the list may come after the name.
  useEffect(() => {
    if (found) link(found.slug);
  }, [found]);
  useEffect(() => {
    let isWanted = true;
    const take = (entries: readonly LexiconEntry[]) => {
      if (isWanted) setTerms(entries.filter(({ kind }) => chosenKind(kind) === 'term'));
    };
    // Without the list a term is neither found nor shown by its name; it stays in the map.
    loadLexicon(glossary.lexicon).then(take, () => take([]));
    return () => {
      isWanted = false;
    };
  }, [glossary]);
  return (
    <div>
      <label htmlFor={id}>{t('journey.card.term')}</label>
      <input
        id={id}
        list={`${id}-terms`}
        autoComplete="off"
        readOnly={isReadOnly}
        value={typed ?? chosen?.title ?? card.term ?? ''}
        onBlur={() => terms.length > 0 && setTyped(undefined)}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value.trim() === '') change({ term: null });
        }}
      />
      <datalist id={`${id}-terms`}>
        {terms.map(({ slug, title, otherTitle }) => (
          <option key={slug} value={title} label={otherTitle} />
        ))}
      </datalist>
      {chosen && <a href={`${glossary.terms}${chosen.slug}/`}>{t('journey.card.readTerm', { term: chosen.title })}</a>}
    </div>
  );
}

interface Props {
  readonly editor: Editor;
  readonly card: string | undefined;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** Everything a card says. What is changed counts at once. */
export default function CardDialog({ editor, card: id, onClose, t }: Props) {
  const { newId, perform } = editor.actions;
  const [opening] = useState(newId);
  const card = editor.map.cards.find((each) => each.id === id);
  if (!card) return null;
  const change = (changes: Changes<Card>) => {
    const going = `${opening} ${Object.keys(changes).join(' ')}`;
    perform({ type: 'change', in: 'cards', ids: [card.id], changes }, { going });
  };
  const part = { card, change, isReadOnly: editor.isReadOnly, t };
  return (
    <Dialog title={t('journey.card.title')} onClose={onClose}>
      <form method="dialog" className="journey-form">
        <TextField field="text" {...part} />
        <div className="journey-pair">
          <FeelingChoice field="feeling" {...part} />
          <FeelingChoice field="hopedFeeling" {...part} />
        </div>
        <TermField {...part} />
        <TextField field="evidence" {...part} />
        <TextField field="owner" {...part} />
        <div className="journey-pair">
          <DegreeChoice field="effort" {...part} />
          <DegreeChoice field="value" {...part} />
        </div>
        <div className="journey-buttons">
          <button type="submit">{t('journey.close')}</button>
        </div>
      </form>
    </Dialog>
  );
}
