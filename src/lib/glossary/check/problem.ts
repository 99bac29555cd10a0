import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';

/** Something wrong in the content: where, what, and how to mend it. */
export interface Problem {
  readonly file: string;
  readonly field: string;
  readonly wrong: string;
  readonly mend: string;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key + 1}]` : name === '' ? String(key) : `${name}.${String(key)}`,
    '',
  );
}

/** Messages of the schemas say what is wrong and, after a colon, how to mend it. */
function splitMessage(message: string): Pick<Problem, 'wrong' | 'mend'> {
  const colon = message.indexOf(': ');
  if (colon < 0) return { wrong: message, mend: 'Change the value.' };
  const mend = message.slice(colon + 2);
  return { wrong: message.slice(0, colon), mend: `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.` };
}

function problemOf(file: string, issue: z.core.$ZodIssue): Problem[] {
  const field = fieldName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        file,
        field: fieldName([...issue.path, key]),
        wrong: 'is not a known field',
        mend: 'Check the spelling, or delete it.',
      }));
    case 'invalid_type': {
      const isMissing = issue.message.includes('undefined') || issue.input === undefined;
      if (!isMissing && issue.expected === 'int') return [{ file, field, ...splitMessage(issue.message) }];
      return [
        isMissing
          ? { file, field, wrong: 'is missing', mend: 'Fill it in.' }
          : { file, field, wrong: `must be ${issue.expected}`, mend: 'Change the value.' },
      ];
    }
    case 'invalid_value':
      if (issue.input === undefined)
        return [{ file, field, wrong: 'is missing', mend: `Use one of: ${issue.values.map(String).join(', ')}.` }];
      return [
        {
          file,
          field,
          wrong: 'has a value that is not on the list',
          mend: `Use one of: ${issue.values.map(String).join(', ')}.`,
        },
      ];
    case 'invalid_union': {
      const [first] = issue.errors.flat();
      return [{ file, field, wrong: issue.message || first?.message || 'is not valid', mend: 'Change the value.' }];
    }
    default:
      return [{ file, field, ...splitMessage(issue.message) }];
  }
}

type ObjectSchema = z.ZodMiniType<object> & { readonly _zod: { readonly def: { readonly shape?: z.core.$ZodShape } } };

/** The fields that are sound by themselves, so that what refers to them can be checked although others are broken. */
function soundFields(schema: ObjectSchema, data: unknown): object {
  const fields = Object.entries(schema._zod.def.shape ?? {}).flatMap(([name, field]) => {
    const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
    const parsed = safeParse(field, value);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(fields);
}

/** Data by its schema, as far as it is sound, and every way in which it breaks it. */
export function parseFields<Data extends object>(
  schema: z.ZodMiniType<Data>,
  data: unknown,
  file: string,
): { readonly data: Partial<Data>; readonly problems: Problem[] } {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = parsed.error.issues.flatMap((issue) => problemOf(file, issue));
  return { data: soundFields(schema as ObjectSchema, data) as Partial<Data>, problems };
}

/** One line per problem: file · field · what is wrong · how to mend it. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, field, wrong, mend }) => [file, field, wrong, mend].filter(Boolean).join(' · '))
    .sort()
    .join('\n');
}
