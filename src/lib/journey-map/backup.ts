const day = 24 * 60 * 60 * 1000;
/** Changes after which a map is worth a file of its own, or another one. */
const mostChanges = 150;
/** Days after which any change is. */
const mostDays = 14;

/** What is known of how a map is kept. Times in milliseconds since 1970. */
interface Kept {
  readonly created: number;
  readonly changed: number;
  readonly revision: number;
  /** When it was last saved to a file, and as which revision. */
  readonly backup?: { readonly time: number; readonly revision: number };
}

/** Whether a map stands on one device alone for long enough to say so. */
export function isBackupDue({ created, changed, revision, backup }: Kept): boolean {
  const { time, revision: saved } = backup ?? { time: created, revision: 0 };
  return revision - saved >= mostChanges || (revision > saved && changed - time >= mostDays * day);
}
