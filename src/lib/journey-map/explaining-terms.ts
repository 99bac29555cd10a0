import type { LaneKind, Moment } from './document.ts';

/** The parts of a map that a reader may want explained. */
export type Explained =
  | Exclude<LaneKind, 'free' | 'opportunities' | 'measure'>
  | `moment-${Moment}`
  | 'map'
  | 'stages'
  | 'personas'
  | 'hoped-feeling'
  | 'sides'
  | 'moments'
  | 'churn'
  | 'survey'
  | 'economics';

/** Slugs of the terms of the glossary that explain them. */
export const explainingTerms: Readonly<Record<Explained, string>> = {
  map: 'customer-journey-map',
  stages: 'customer-journey',
  personas: 'customer-segmentation',
  sides: 'sales-to-cs-handoff',
  actions: 'behavioral-data',
  thoughts: 'voice-of-the-customer',
  feelings: 'customer-experience',
  'hoped-feeling': 'customer-expectations',
  touchpoints: 'touchpoint',
  channels: 'omnichannel',
  'pain-points': 'pain-point',
  'gain-points': 'gain-point',
  owner: 'closed-loop-feedback',
  evidence: 'attitudinal-data',
  moments: 'moment-of-truth',
  'moment-zero': 'zero-moment-of-truth',
  'moment-first': 'first-moment-of-truth',
  'moment-second': 'second-moment-of-truth',
  'moment-third': 'third-moment-of-truth',
  churn: 'churn-rate',
  survey: 'net-promoter-score',
  economics: 'customer-lifetime-value',
};
