import { feelingCurve } from '../cells.ts';
import { type Card, emptyMap, type Feeling, type JourneyMap, type Stage } from '../document.ts';
import type { MapWords } from './map-words.ts';
import { languageOf } from './written-language.ts';

/** What parts the text of a journey is written as a number, as Mermaid documents it; line breaks become spaces. */
function escaped(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.replace(/[#;:%"<>]/g, (sign) => `#${sign.charCodeAt(0)};`) || '?';
}

function unescaped(text: string): string {
  return text
    .replace(/#(\d{1,6});/g, (written, code: string) => {
      const point = Number(code);
      return point > 0 && point <= 0xffff ? String.fromCharCode(point) : written;
    })
    .trim();
}

/** Tasks of a stage: what customers do, and whatever says how it feels. */
function isTask(card: Card, actions: ReadonlySet<string>): boolean {
  return actions.has(card.lane) || card.feeling !== undefined;
}

/**
 * A map as a journey of Mermaid: a section for every stage, a task for what customers do and for what says how it feels,
 * with scores from 1 to 5. A task that says none has that of its stage, or the middle.
 */
export function writeMermaid(map: JourneyMap, words: MapWords): string {
  const actions = new Set(map.lanes.filter(({ kind }) => kind === 'actions').map(({ id }) => id));
  const curve = feelingCurve(map, 'feeling');
  // A comma parts those who take part.
  const actors = map.personas.map(({ name }) => escaped(name.replaceAll(',', ' '))).join(', ');
  const sections = map.stages.flatMap(({ id, title }, index) => [
    `    section ${escaped(title)}`,
    ...map.cards
      .filter((card) => card.stage === id && isTask(card, actions))
      .map(({ text, feeling }) => {
        const score = (feeling ?? Math.round(curve[index] ?? 0)) + 3;
        return `      ${escaped(text)}: ${score}${actors && `: ${actors}`}`;
      }),
  ]);
  return `${['journey', `    title ${escaped(words.title(map.title))}`, ...sections].join('\n')}\n`;
}

/** The lines between two that are found one after the other; all of them where there is no first. */
function between(lines: readonly string[], isFirst: (line: string) => boolean, isLast: (line: string) => boolean) {
  const first = lines.findIndex(isFirst);
  if (first < 0) return lines;
  const after = lines.slice(first + 1);
  const last = after.findIndex(isLast);
  return last < 0 ? after : after.slice(0, last);
}

/** The lines of a journey, without front matter, comments and the fence of Markdown; undefined where it is none. */
function journeyLines(text: string): readonly string[] | undefined {
  const all = text.split(/\r\n?|\n/).map((line) => line.trim());
  const fenced = between(
    all,
    (line) => /^```\s*mermaid$/.test(line),
    (line) => line.startsWith('```'),
  );
  const written = fenced.filter((line) => line !== '' && !line.startsWith('%%'));
  const bare = written[0] === '---' ? written.slice(written.indexOf('---', 1) + 1) : written;
  return /^journey\b/.test(bare[0] ?? '') ? bare.slice(1) : undefined;
}

export function isMermaidJourney(text: string): boolean {
  return journeyLines(text) !== undefined;
}

const taskLine = /^([^:]+):\s*([+-]?\d+(?:\.\d+)?)\s*(?::(.*))?$/;

function feelingOf(score: string): Feeling {
  return Math.max(-2, Math.min(2, Math.round(Number(score)) - 3)) as Feeling;
}

/** A document from a journey of Mermaid, to be read like one from a file. Lines that say nothing of a journey are left. */
export function documentFromMermaid(text: string): unknown {
  const stages: Stage[] = [];
  const cards: Card[] = [];
  const actors = new Set<string>();
  let title = '';
  const begin = (name: string) => stages.push({ id: `stage-${stages.length + 1}`, title: name });
  const takeTask = (task: readonly string[]) => {
    const [, done = '', score = '', who = ''] = task;
    if (stages.length === 0) begin('');
    for (const actor of who.split(',').map(unescaped)) if (actor !== '') actors.add(actor);
    const place = { id: `card-${cards.length + 1}`, stage: `stage-${stages.length}`, lane: 'actions' };
    cards.push({ ...place, text: unescaped(done), feeling: feelingOf(score) });
  };
  for (const line of journeyLines(text) ?? []) {
    const [, keyword, name = ''] = /^(title|section)\s+(.+)$/.exec(line) ?? [];
    const task = taskLine.exec(line);
    if (keyword === 'title') title = unescaped(name);
    else if (keyword === 'section') begin(unescaped(name));
    else if (task) takeTask(task);
  }
  return {
    ...emptyMap(languageOf(text)),
    title,
    personas: [...actors].map((name, index) => ({ id: `persona-${index + 1}`, name, goals: [] })),
    stages,
    lanes: [{ id: 'actions', kind: 'actions', title: '', side: 'both' }],
    cards,
  };
}
