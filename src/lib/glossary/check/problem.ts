import type * as z from 'zod/mini';

/** Something wrong in the content: where, what, and how to mend it. */
export interface Problem {
  readonly file: string;
  readonly field: string;
  readonly wrong: string;
  readonly mend: string;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key + 1}]` : name === '' ? String(key) : `${name}.${String(key)}`),
    '',
  );
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
      return [
        isMissing
          ? { file, field, wrong: 'is missing', mend: 'Fill it in.' }
          : { file, field, wrong: `must be ${issue.expected}`, mend: 'Change the value.' },
      ];
    }
    case 'invalid_value':
      return [{ file, field, wrong: 'has a value that is not on the list', mend: `Use one of: ${issue.values.map(String).join(', ')}.` }];
    case 'invalid_union': {
      const [first] = issue.errors.flat();
      return [{ file, field, wrong: issue.message || first?.message || 'is not valid', mend: 'Change the value.' }];
    }
    default:
      return [{ file, field, wrong: issue.message, mend: 'Change the value.' }];
  }
}

/** Every way in which data breaks its schema, or the data. */
export function parseWith<Schema extends z.ZodMiniType>(
  schema: Schema,
  data: unknown,
  file: string,
): { readonly data: z.output<Schema> | undefined; readonly problems: Problem[] } {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return { data: parsed.data, problems: [] };
  return { data: undefined, problems: parsed.error.issues.flatMap((issue) => problemOf(file, issue)) };
}

/** One line per problem: file · field · what is wrong · how to mend it. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, field, wrong, mend }) => [file, field, wrong, mend].filter(Boolean).join(' · '))
    .sort()
    .join('\n');
}
