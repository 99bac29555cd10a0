import type { Locale } from '../../../lib/i18n/locales.ts';
import type { QuantityWords } from '../../formula/FormulaView.tsx';

/** What every calculator is given by its page. */
export interface CalculatorProps<Messages> {
  readonly locale: Locale;
  /** Currency to begin with. */
  readonly currency: string;
  readonly messages: Messages;
  readonly words: QuantityWords;
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  /** Address of the example tables, with a slash at its end. */
  readonly dataFolder: string;
}
