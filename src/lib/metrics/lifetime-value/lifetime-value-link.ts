import { type Currency, currencies, type Locale, localeFacts } from '../../i18n/locales.ts';
import { type LifetimeValueInputs, type LifetimeValueModel, lifetimeValueModels } from './lifetime-value-models.ts';

/** What a link to the calculator carries. */
export interface LifetimeValueState {
  readonly model: LifetimeValueModel;
  readonly currency: Currency;
  readonly inputs: LifetimeValueInputs;
}

/** The example a calculator opens with: a small subscription business, in round numbers of each currency. */
export function exampleState(locale: Locale): LifetimeValueState {
  const { currency } = localeFacts[locale];
  const arpa = { JPY: 10_000, USD: 100, EUR: 100, GBP: 100 }[currency];
  const rates = { grossMargin: 0.8, churn: 0.05, expansion: 0, annualDiscountRate: 0.1 };
  return { model: 'simple', currency, inputs: { arpa, ...rates, horizonMonths: 36 } };
}

const linkVersion = '1';

/** A plain decimal as links hold it: ratios as ratios, no separators. */
const decimal = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Longer than any real link: a fragment beyond this is not looked at. */
const longestFragment = 2000;

/** Names of the numbers: of the fields, and of the parameters in links. */
export const inputNames = [
  'arpa',
  'grossMargin',
  'churn',
  'expansion',
  'annualDiscountRate',
  'horizonMonths',
] as const satisfies (keyof LifetimeValueInputs)[];

export interface OpenedLink {
  readonly state: LifetimeValueState;
  /** Parts of the link that could not be used, as written, shortened. */
  readonly ignored: readonly string[];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The state with one parameter of a link put in; undefined when the parameter means nothing. */
function withParameter(state: LifetimeValueState, name: string, value: string): LifetimeValueState | undefined {
  const input = inputNames.find((known) => known === name);
  if (input) {
    const number = decimal.test(value) ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? { ...state, inputs: { ...state.inputs, [input]: number } } : undefined;
  }
  const model = lifetimeValueModels.find((known) => name === 'model' && known === value);
  const currency = currencies.find((known) => name === 'currency' && known === value);
  if (model) return { ...state, model };
  if (currency) return { ...state, currency };
  return name === 'v' && value === linkVersion ? state : undefined;
}

/**
 * Reads a fragment (without `#`). Whatever it does not say is taken from `fallback`; whatever it says badly is
 * ignored and reported.
 */
export function readLink(fragment: string, fallback: LifetimeValueState): OpenedLink {
  if (fragment.length > longestFragment) return { state: fallback, ignored: [shorten(fragment)] };
  const ignored: string[] = [];
  let state = fallback;
  for (const [name, value] of new URLSearchParams(fragment)) {
    const next = withParameter(state, name, value);
    if (next) state = next;
    else ignored.push(shorten(value === '' ? name : `${name}=${value}`));
  }
  return { state, ignored };
}

/** The fragment (without `#`) that opens a state again: only what its model uses. */
export function writeLink({ model, currency, inputs }: LifetimeValueState): string {
  const used = model === 'simple' ? inputNames.slice(0, 3) : inputNames;
  const numbers = used.map((name): [string, string] => [name, String(inputs[name])]);
  return new URLSearchParams([['v', linkVersion], ['model', model], ...numbers, ['currency', currency]]).toString();
}
