import { createElement, isValidElement, type ReactNode } from 'react';
import type { Step } from '../../lib/metrics/formula.ts';
import { type Formula, quantitiesIn, type Values } from '../../lib/metrics/formula.ts';
import { type QuantityName, unitOf } from '../../lib/metrics/quantities.ts';
import { formatNumber, type NumberFormat } from '../../lib/number/format-number.ts';
import type { Unit } from '../../lib/number/units.ts';

export interface QuantityWords {
  /** What each quantity is called on this page. */
  readonly labels: Readonly<Partial<Record<QuantityName, string>>>;
  /** What it is called inside a formula, where a shorter word or a letter is usual. */
  readonly symbols: Readonly<Partial<Record<QuantityName, string>>>;
  /** Where the ones with a term of their own are explained. */
  readonly links: Readonly<Partial<Record<QuantityName, string>>>;
}

/** Writes a quantity: as its name, or as its number. */
type Write = (name: QuantityName) => ReactNode;

/** React has no types for MathML; the elements are these few. */
function math(
  tag: 'mrow' | 'mfrac' | 'msup' | 'mo' | 'mn' | 'mi' | 'mtext' | 'mtable' | 'mtr' | 'mtd',
  ...children: ReactNode[]
) {
  return createElement(tag, null, ...children);
}

type Sign = '+' | '−' | '×' | '=';

/** Browsers treat the words around an operator as blank space; named infix, it keeps its own space. */
function operator(sign: Sign) {
  return createElement('mo', { form: 'infix' }, sign);
}

const isSumLike = ({ kind }: Formula) => kind === 'sum' || kind === 'difference';
const isAtom = ({ kind }: Formula) => kind === 'quantity' || kind === 'number';

/** Brackets round what stands on one line keep its height: fonts for words are taller than those for formulas. */
function bracketed(content: ReactNode, isTall = false): ReactNode {
  const bracket = (sign: '(' | ')') => createElement('mo', { stretchy: String(isTall) }, sign);
  return math('mrow', bracket('('), content, bracket(')'));
}

function isTall(formula: Formula): boolean {
  switch (formula.kind) {
    case 'quotient':
      return true;
    case 'product':
      return formula.factors.some(isTall);
    case 'sum':
    case 'difference':
      return isTall(formula.left) || isTall(formula.right);
    default:
      return false;
  }
}

/** A part of the line that a formula is written on, with the operator before it. */
interface Part {
  readonly sign?: Sign;
  readonly content: ReactNode;
}

/** The line that a formula is written on: it may be broken before each operator. */
function parts(formula: Formula, quantity: Write): [Part, ...Part[]] {
  switch (formula.kind) {
    case 'sum': {
      const [{ content }, ...rest] = parts(formula.right, quantity);
      return [...parts(formula.left, quantity), { sign: '+', content }, ...rest];
    }
    case 'difference':
      return [...parts(formula.left, quantity), { sign: '−', content: factor(formula.right, quantity) }];
    case 'product': {
      const [first, ...others] = formula.factors.map((one) => factor(one, quantity));
      return [{ content: first }, ...others.map((content) => ({ sign: '×', content }) as const)];
    }
    default:
      return [{ content: write(formula, quantity) }];
  }
}

function bracketedIf(needsBrackets: boolean, formula: Formula, quantity: Write): ReactNode {
  const written = write(formula, quantity);
  return needsBrackets ? bracketed(written, isTall(formula)) : written;
}

function factor(formula: Formula, quantity: Write): ReactNode {
  return bracketedIf(isSumLike(formula), formula, quantity);
}

function write(formula: Formula, quantity: Write): ReactNode {
  switch (formula.kind) {
    case 'quantity':
      return quantity(formula.name);
    case 'number':
      return math('mn', formula.value);
    case 'sum':
    case 'difference':
    case 'product': {
      const line = parts(formula, quantity);
      return math('mrow', ...line.flatMap(({ sign, content }) => (sign ? [operator(sign), content] : [content])));
    }
    case 'quotient':
      return math('mfrac', write(formula.left, quantity), write(formula.right, quantity));
    case 'power': {
      const base = bracketedIf(!isAtom(formula.left), formula.left, quantity);
      return math('msup', base, write(formula.right, quantity));
    }
    case 'logarithm':
      return math('mrow', math('mi', 'ln'), bracketed(write(formula.argument, quantity), isTall(formula.argument)));
    default:
      return formula satisfies never;
  }
}

/** Each part as one thing with its operator. */
function rowsOf(written: readonly Part[]): ReactNode[] {
  return written.map(({ sign, content }) => (sign ? math('mrow', operator(sign), content) : content));
}

/** The letters of what is written, each as wide as one of Latin. */
function lengthOf(node: ReactNode): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, part) => sum + lengthOf(part), 0);
  if (isValidElement<{ readonly children?: ReactNode }>(node)) return lengthOf(node.props.children);
  return [...String(node ?? '')].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
}

/** About how many Latin letters fit on a line of the narrowest place. */
const narrow = 30;

/**
 * A line of its own. A long one is several formulas, between which it may go on below: one alone is never broken, and
 * for a screen reader a short one is better one thing.
 */
function line(...written: readonly Part[]) {
  const rows = rowsOf(written);
  if (rows.length === 1 || lengthOf(rows) <= narrow) return createElement('math', { display: 'block' }, ...rows);
  const pieces = rows.flatMap((row) => [' ', createElement('math', { displaystyle: 'true' }, row)]);
  return createElement('div', { className: 'formula' }, ...pieces.slice(1));
}

/** Decimals that keep an example checkable by hand. */
const digitsInFormula: Partial<Record<Unit, number>> = { ratio: 3, count: 5 };

function numberText(name: QuantityName, value: number, format: NumberFormat): string {
  const unit = unitOf(name);
  // Inside a formula a number of months is a bare number.
  if (unit === 'months') return formatNumber(value, 'count', { ...format, digits: 1 });
  // Ten points squared are 0.01, not a hundred.
  if (unit === 'points') return formatNumber(value, 'count', { ...format, digits: 5 });
  return formatNumber(value, unit, { ...format, digits: format.digits ?? digitsInFormula[unit] });
}

function symbolOf(name: QuantityName, { labels, symbols }: QuantityWords): string {
  return symbols[name] ?? labels[name] ?? name;
}

function wordWriter(words: QuantityWords): Write {
  // An identifier, not text: browsers set operators beside text too tight.
  return (name) => math('mi', symbolOf(name, words));
}

function numberWriter(values: Values, format: NumberFormat): Write {
  return (name) => {
    const value = values[name];
    if (value === undefined) return math('mtext', '?');
    const text = math('mn', numberText(name, value, format));
    return value < 0 ? bracketed(text) : text;
  };
}

interface FormulaProps {
  readonly step: Step;
  readonly words: QuantityWords;
}

/** `name = formula`, in words. */
function FormulaInWords({ step, words }: FormulaProps) {
  const quantity = wordWriter(words);
  const [{ content }, ...rest] = parts(step.formula, quantity);
  return line({ content: quantity(step.name) }, { sign: '=', content }, ...rest);
}

/** The line of a fraction's half, in rows where it is too long: a fraction cannot be broken otherwise. */
function half(formula: Formula, words: QuantityWords): ReactNode {
  const whole = write(formula, wordWriter(words));
  const written = parts(formula, wordWriter(words));
  if (written.length === 1 || lengthOf(whole) <= narrow) return whole;
  return math('mtable', ...rowsOf(written).map((row) => math('mtr', math('mtd', row))));
}

/** The formula alone, in words, for a narrow place whose heading names the quantity. */
export function BareFormula({ step: { formula }, words }: FormulaProps) {
  if (formula.kind !== 'quotient') return line(...parts(formula, wordWriter(words)));
  return line({ content: math('mfrac', half(formula.left, words), half(formula.right, words)) });
}

interface NumbersProps extends FormulaProps {
  /** The value of every quantity in the formula, and of the result. */
  readonly values: Values;
  readonly format: NumberFormat;
}

/** `name = formula = result`, with the numbers put in. */
function FormulaInNumbers({ step, words, values, format }: NumbersProps) {
  const result = values[step.name];
  const { digits, ...inputFormat } = format;
  const resultText = result === undefined ? '?' : resultOf(step.name, result, format);
  const [{ content }, ...rest] = parts(step.formula, numberWriter(values, inputFormat));
  const name = math('mi', symbolOf(step.name, words));
  return line({ content: name }, { sign: '=', content }, ...rest, { sign: '=', content: math('mn', resultText) });
}

function resultOf(name: QuantityName, value: number, format: NumberFormat): string {
  const unit = unitOf(name);
  return formatNumber(value, unit, { ...format, digits: format.digits ?? (unit === 'count' ? 5 : undefined) });
}

/** What the letters and short words of a formula stand for, linked to the terms that explain them. */
function Symbols({ steps, words }: { readonly steps: readonly Step[]; readonly words: QuantityWords }) {
  const names = [...new Set(steps.flatMap(({ name, formula }) => [name, ...quantitiesIn(formula)]))];
  /** Whether the symbol is a word or letter that the name does not show by itself. */
  const isNew = (name: QuantityName) => symbolOf(name, words).toLowerCase() !== words.labels[name]?.toLowerCase();
  const explained = names.filter((name) => words.links[name] || isNew(name));
  if (explained.length === 0) return null;
  return (
    <dl className="symbols">
      {explained.map((name) => (
        <div key={name} className={isNew(name) ? undefined : 'same'}>
          <dt>{symbolOf(name, words)}</dt>
          <dd>{words.links[name] ? <a href={words.links[name]}>{words.labels[name]}</a> : words.labels[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface WorkedStepsProps {
  readonly steps: readonly Step[];
  readonly words: QuantityWords;
  readonly values: Values;
  /** For the result; steps before it show what suits their unit. */
  readonly format: NumberFormat;
}

/**
 * The steps of a calculation, each in words and with its numbers, then what the symbols mean. The links stand outside
 * the formula: screen readers take a formula as one thing, in which no link could be reached.
 */
export function WorkedSteps({ steps, words, values, format }: WorkedStepsProps) {
  return (
    <>
      {steps.map((step, index) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula is scrolled by keyboard too
        <div key={step.name} className="worked-step scroll" tabIndex={0}>
          <FormulaInWords step={step} words={words} />
          <FormulaInNumbers
            step={step}
            words={words}
            values={values}
            format={index === steps.length - 1 ? format : { ...format, digits: undefined }}
          />
        </div>
      ))}
      <Symbols steps={steps} words={words} />
    </>
  );
}
