/**
 * What had to be mended, and where: `left-out` (cannot be read), `cut` (was too long), `new-id` (had none, or one that
 * was taken), `added` (a stage or lane that cards name and that was missing), `unknown` (a field that says nothing to
 * this version).
 */
export interface Repair {
  readonly kind: 'left-out' | 'cut' | 'new-id' | 'added' | 'unknown';
  /** Such as `cards.12.text`, counted from 0. */
  readonly place: string;
}

type Fields = Readonly<Record<string, unknown>>;
export type Note = (kind: Repair['kind'], place: string) => void;

/** Own fields only: what a name like `__proto__` or `constructor` inherits is none of the document's. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.assign(Object.create(null), value) as Fields;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads the fields of one object, notes what it has to mend, and in the end what was not asked for. */
export class FieldReader {
  readonly #fields: Fields;
  readonly #place: string;
  readonly #note: Note;
  readonly #asked = new Set<string>();

  constructor(fields: Fields, place: string, note: Note) {
    this.#fields = fields;
    this.#place = place;
    this.#note = note;
  }

  #at(field: string): string {
    return this.#place === '' ? field : `${this.#place}.${field}`;
  }

  take(field: string): unknown {
    this.#asked.add(field);
    return this.#fields[field];
  }

  text(field: string, longest: number): string {
    const value = this.take(field);
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.#note('left-out', this.#at(field));
      return '';
    }
    return textWithin(String(value), longest, () => this.#note('cut', this.#at(field)));
  }

  /** Nothing where nothing, or only an empty text, is there. */
  optionalText<Field extends string>(field: Field, longest: number): { readonly [name in Field]?: string } {
    const text = this.text(field, longest);
    return (text === '' ? {} : { [field]: text }) as { readonly [name in Field]?: string };
  }

  optionalOneOf<Field extends string, Value>(
    field: Field,
    values: readonly Value[],
  ): { readonly [name in Field]?: Value } {
    const value = this.take(field);
    const known = values.find((each) => each === value);
    if (known === undefined && value !== undefined && value !== null) this.#note('left-out', this.#at(field));
    return (known === undefined ? {} : { [field]: known }) as { readonly [name in Field]?: Value };
  }

  oneOf<Value>(field: string, values: readonly Value[], otherwise: Value): Value {
    return (this.optionalOneOf(field, values) as Readonly<Record<string, Value>>)[field] ?? otherwise;
  }

  optionalNumber<Field extends string>(
    field: Field,
    isPossible: (value: number) => boolean,
  ): { readonly [name in Field]?: number } {
    const value = this.take(field);
    const isUsable = typeof value === 'number' && isPossible(value);
    if (!isUsable && value !== undefined && value !== null) this.#note('left-out', this.#at(field));
    return (isUsable ? { [field]: value } : {}) as { readonly [name in Field]?: number };
  }

  texts(field: string, most: number, longest: number): string[] {
    const list = listOf(this.take(field));
    if (list.length > most) this.#note('cut', this.#at(field));
    return list.slice(0, most).flatMap((value, index) => {
      const place = `${this.#at(field)}.${index}`;
      if (typeof value === 'string') return [textWithin(value, longest, () => this.#note('cut', place))];
      this.#note('left-out', place);
      return [];
    });
  }

  /** An object in a field, read in its turn. */
  within(field: string): FieldReader | undefined {
    const fields = fieldsOf(this.take(field));
    return fields && new FieldReader(fields, this.#at(field), this.#note);
  }

  leaveOut(field: string): void {
    this.#note('left-out', this.#at(field));
  }

  noteUnknown(): void {
    for (const field of Object.keys(this.#fields)) {
      if (!this.#asked.has(field)) this.#note('unknown', this.#at(field));
    }
  }
}

/** No half of a letter that takes two places is left over at the end. */
function textWithin(text: string, longest: number, onCut: () => void): string {
  const whole = text.toWellFormed();
  if (whole.length <= longest) return whole;
  onCut();
  return whole.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
