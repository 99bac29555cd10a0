import type { Locale } from '../i18n/locales.ts';

export const journeyMapFormat = 'customer-atlas/journey-map';
export const currentVersion = 1;

/** What a map can hold. The published schema, the editor and the reader of files all go by these. */
export const limits = {
  personas: 20,
  goals: 20,
  stages: 100,
  lanes: 40,
  cards: 10_000,
  id: 64,
  /** Characters of a title or a name. */
  name: 200,
  /** Characters of what a card says, of its evidence, of a goal, of what is told of a persona. */
  text: 2_000,
  notes: 20_000,
  currency: 12,
} as const;

/** How it is, or how it is meant to become. */
export const mapKinds = ['as-is', 'to-be'] as const;
export type MapKind = (typeof mapKinds)[number];

export const laneKinds = [
  'actions',
  'thoughts',
  'feelings',
  'touchpoints',
  'channels',
  'pain-points',
  'gain-points',
  'opportunities',
  'owner',
  'measure',
  'evidence',
  'free',
] as const;
export type LaneKind = (typeof laneKinds)[number];

/** Whose reading a lane belongs to: one map is read from both sides. */
export const laneSides = ['both', 'buyer', 'seller'] as const;
export type LaneSide = (typeof laneSides)[number];

/** The four moments of truth: searching, choosing, using, and buying again or telling others. */
export const moments = ['zero', 'first', 'second', 'third'] as const;
export type Moment = (typeof moments)[number];

/** From very bad to very good. */
export const feelings = [-2, -1, 0, 1, 2] as const;
export type Feeling = (typeof feelings)[number];

/** From little to much. */
export const degrees = [1, 2, 3, 4, 5] as const;
export type Degree = (typeof degrees)[number];

export interface Persona {
  readonly id: string;
  readonly name: string;
  /** Situation, role, what matters to them. */
  readonly about?: string;
  readonly goals: readonly string[];
}

/** Answers to “how likely are you to recommend us?”, counted by group. */
export interface Survey {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly moments?: readonly Moment[];
  /** Share of all customers lost each month at this stage, 0 to 1. */
  readonly churn?: number;
  readonly survey?: Survey;
}

export interface Lane {
  readonly id: string;
  readonly kind: LaneKind;
  /** Empty where the lane is called by its kind. */
  readonly title: string;
  readonly side: LaneSide;
}

export interface Card {
  readonly id: string;
  readonly stage: string;
  readonly lane: string;
  readonly text: string;
  /** How it feels now. */
  readonly feeling?: Feeling;
  /** How it is meant to feel. */
  readonly hopedFeeling?: Feeling;
  /** Slug of the glossary's term it is about. */
  readonly term?: string;
  /** What shows that it is so. */
  readonly evidence?: string;
  readonly owner?: string;
  readonly effort?: Degree;
  readonly value?: Degree;
}

/** What a customer is worth, as far as it is known: by all of it a stage's churn is told in money. */
export interface Economics {
  /** ISO 4217 code, or a sign of the reader's own. */
  readonly currency: string;
  /** Average revenue per account and month. */
  readonly arpa?: number;
  /** 0 to 1. */
  readonly grossMargin?: number;
  /** Share of customers lost each month in all, 0 to 1. */
  readonly churn?: number;
}

/** A customer journey map: stages side by side, lanes below each other, cards where they cross, in their order. */
export interface JourneyMap {
  readonly format: typeof journeyMapFormat;
  readonly version: typeof currentVersion;
  readonly title: string;
  readonly language: Locale;
  readonly kind: MapKind;
  readonly personas: readonly Persona[];
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly cards: readonly Card[];
  readonly notes: string;
  readonly economics?: Economics;
}

/** The lists of a map, and what stands in each. */
export interface Items {
  readonly personas: Persona;
  readonly stages: Stage;
  readonly lanes: Lane;
  readonly cards: Card;
}
export type ListName = keyof Items;
export const listNames = ['personas', 'stages', 'lanes', 'cards'] as const satisfies readonly ListName[];

export function emptyMap(language: Locale): JourneyMap {
  return {
    format: journeyMapFormat,
    version: currentVersion,
    title: '',
    language,
    kind: 'as-is',
    personas: [],
    stages: [],
    lanes: [],
    cards: [],
    notes: '',
  };
}
