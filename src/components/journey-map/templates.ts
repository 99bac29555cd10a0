/** A map to begin with. */
export interface Template {
  readonly name: string;
  readonly title: string;
  /** Who it is for, and what it shows. */
  readonly text: string;
  /** Where its document is fetched from. */
  readonly address: string;
}
