import type { SectionId } from '../sections.ts';
import { askingWords, fillers, type Intent, intents } from './asking-words.ts';

/** The sections in which a term page answers, best first. A meaning is answered by the page as a whole. */
export const answeringSections: Readonly<Partial<Record<Intent, readonly SectionId[]>>> = {
  comparison: ['confusions'],
  calculation: ['how', 'practice'],
  benchmark: ['evidence', 'mistakes', 'how'],
  origin: ['origin', 'evidence', 'plain'],
  reason: ['why'],
  example: ['example'],
  mistakes: ['mistakes'],
  evidence: ['evidence', 'mistakes'],
  practice: ['practice', 'how'],
};

export interface Question {
  readonly asks: readonly Intent[];
  /** What is left when the asking words are gone, in its parts: `churn`, `retention`. */
  readonly subjects: readonly string[];
}

/** Stands where asking words were taken out. */
const gap = '¦';
const betweenSubjects = /\s+(?:and|or)\s+|[¦、,，/／?？!！「」“”"]/u;
const outerParticles = /^[のをはがにともや]+(?=.)|(?<=.)[のをはがにとも]+$/gu;

/** What a query asks, and about what: asking words part it, what is left are its subjects. */
export function readQuestion(query: string): Question {
  let rest = query.normalize('NFKC').toLowerCase();
  const asks: Intent[] = [];
  for (const intent of intents) {
    const without = rest.replace(askingWords[intent], gap);
    if (without !== rest) asks.push(intent);
    rest = without;
  }
  const subjects = rest
    .replace(fillers, ' ')
    .split(betweenSubjects)
    .map((part) => part.replace(/\s+/g, ' ').trim().replace(outerParticles, ''))
    .filter((part) => part !== '');
  return { asks, subjects };
}
