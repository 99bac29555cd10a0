import * as z from 'zod/mini';
import { described } from '../glossary/fields.ts';
import { locales } from '../i18n/locales.ts';
import {
  currentVersion,
  degrees,
  feelings,
  type JourneyMap,
  journeyMapFormat,
  laneKinds,
  laneSides,
  limits,
  mapKinds,
  moments,
} from './document.ts';

// Pages allow no code made from text, which the checks would else try to be faster with.
z.config({ jitless: true });

const string = (longest: number) => z.string().check(z.maxLength(longest));
const named = z.string().check(z.minLength(1), z.maxLength(limits.id), z.regex(/^[\w-]+$/));
const id = described(named, 'Its own among those of its list');
const text = string(limits.text);
const name = string(limits.name);
const share = z.number().check(z.nonnegative(), z.maximum(1));
const count = z.int().check(z.nonnegative());
const list = <Item extends z.core.SomeType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));

export const personaSchema = z.strictObject({
  id,
  name: described(name, 'Whose journey it is'),
  about: z.exactOptional(described(text, 'Situation, role, what matters to them')),
  goals: described(list(text, limits.goals), 'What they want to reach'),
});

export const stageSchema = z.strictObject({
  id,
  title: described(name, 'A part of the journey, in the customer’s words'),
  moments: z.exactOptional(
    described(list(z.enum(moments), moments.length), 'The moments of truth that happen at this stage'),
  ),
  churn: z.exactOptional(described(share, 'Share of all customers lost each month at this stage')),
  survey: z.exactOptional(
    described(
      z.strictObject({ promoters: count, passives: count, detractors: count }),
      'Answers to the question of recommendation asked at this stage, counted by group',
    ),
  ),
});

export const laneSchema = z.strictObject({
  id,
  kind: described(z.enum(laneKinds), 'What its cards are about'),
  title: described(name, 'Empty where the lane is called by its kind'),
  side: described(z.enum(laneSides), 'The reading it belongs to: the buyer’s, the seller’s, or both'),
});

export const cardSchema = z.strictObject({
  id,
  stage: described(named, 'The id of its stage'),
  lane: described(named, 'The id of its lane'),
  text: described(text, 'What it says'),
  feeling: z.exactOptional(described(z.literal(feelings), 'How it feels now, from very bad to very good')),
  hopedFeeling: z.exactOptional(described(z.literal(feelings), 'How it is meant to feel')),
  term: z.exactOptional(described(named, 'Slug of the term of the glossary it is about')),
  evidence: z.exactOptional(described(text, 'What shows that it is so')),
  owner: z.exactOptional(described(name, 'Who looks after it')),
  effort: z.exactOptional(described(z.literal(degrees), 'Effort it takes, from little to much')),
  value: z.exactOptional(described(z.literal(degrees), 'Value it has, from little to much')),
});

export const economicsSchema = z.strictObject({
  currency: described(
    z.string().check(z.minLength(1), z.maxLength(limits.currency)),
    'ISO 4217 code, or a sign of the reader’s own',
  ),
  arpa: z.exactOptional(described(z.number().check(z.nonnegative()), 'Average revenue per account and month')),
  grossMargin: z.exactOptional(described(share, 'Gross margin')),
  churn: z.exactOptional(described(share, 'Share of customers lost each month in all')),
});

/** `customer-atlas/journey-map`, version 1. */
export const journeyMapSchema = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    format: described(z.literal(journeyMapFormat), 'Name of this format'),
    version: described(z.literal(currentVersion), 'Version of this format'),
    title: described(name, 'Name of the map; may be empty'),
    language: described(z.enum(locales), 'The language its lanes are named in'),
    kind: described(z.enum(mapKinds), 'How it is, or how it is meant to become'),
    personas: described(list(personaSchema, limits.personas), 'Whose journey it is'),
    stages: described(list(stageSchema, limits.stages), 'The columns, in their order'),
    lanes: described(list(laneSchema, limits.lanes), 'The rows, in their order'),
    cards: described(
      list(cardSchema, limits.cards),
      'What stands where stages and lanes cross; those of one place in the order of this list',
    ),
    notes: described(string(limits.notes), 'Whatever else should be known'),
    economics: z.exactOptional(described(economicsSchema, 'What a customer is worth')),
  })
  .register(z.globalRegistry, {
    title: 'A customer journey map of Customer Atlas',
    description: 'Stages, lanes and cards of one journey, with those who go it',
  });

/** Whether a value is a map as this version writes it, except that cards stand in a stage and a lane that exist. */
export function isWellFormed(value: unknown): value is JourneyMap {
  return journeyMapSchema.safeParse(value).success;
}
