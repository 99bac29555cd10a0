import * as z from 'zod/mini';
import { described, localizedLine, slug } from './fields.ts';

const option = z.strictObject({
  id: described(slug, 'Stable name of the option within the question'),
  correct: z._default(described(z.boolean(), 'True for the one right answer'), false),
  text: described(localizedLine, 'The answer offered'),
  reason: described(localizedLine, 'Why it is right or wrong'),
});

const question = z
  .strictObject({
    id: described(
      slug,
      'Stable, unique in the glossary, begins with the slug of the page; learners’ results refer to it',
    ),
    question: described(localizedLine, 'What is asked'),
    options: described(z.array(option).check(z.minLength(3, 'needs at least three options')), 'The answers offered'),
  })
  .check(
    z.refine(({ options }) => options.filter((entry) => entry.correct).length === 1, {
      path: ['options'],
      error: 'needs exactly one option with `correct: true`',
    }),
    z.refine(({ options }) => new Set(options.map((entry) => entry.id)).size === options.length, {
      path: ['options'],
      error: 'has two options with the same id',
    }),
  );

/** `check.yaml` beside a page: questions with which readers test themselves. */
export const selfCheckSchema = z.strictObject({
  questions: described(
    z.array(question).check(z.minLength(1, 'needs at least one question')),
    'Questions in the order shown',
  ),
});

export type SelfCheck = z.infer<typeof selfCheckSchema>;
export type Question = z.infer<typeof question>;
