/** What a reader says of their business. Undefined: not answered yet. */
export interface BusinessFacts {
  /** Customers tell when they leave: there is a contract, or a subscription. */
  readonly contract?: boolean | undefined;
  /** It is known how many customers of a cohort were left after each period. */
  readonly table?: boolean | undefined;
  /** What a remaining customer pays changes. */
  readonly payment?: boolean | undefined;
}

export type Question = keyof BusinessFacts;

export interface Advice {
  /** The questions worth asking after the answers so far. */
  readonly questions: readonly Question[];
  /** The lifetime-value model that fits, once enough is known. */
  readonly model: 'orders' | 'retention' | 'expansion' | 'discounted' | undefined;
}

/** The lifetime-value model for a business, by at most three questions; each answer decides which are asked. */
export function adviseModel({ contract, table, payment }: BusinessFacts): Advice {
  if (contract === undefined) return { questions: ['contract'], model: undefined };
  if (!contract) return { questions: ['contract'], model: 'orders' };
  if (table === undefined) return { questions: ['contract', 'table'], model: undefined };
  if (table) return { questions: ['contract', 'table'], model: 'retention' };
  const questions = ['contract', 'table', 'payment'] as const;
  if (payment === undefined) return { questions, model: undefined };
  return { questions, model: payment ? 'expansion' : 'discounted' };
}
