import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the page built into a folder may be listed by search engines: its site map must not say otherwise. */
export function isListed(folder: string): boolean {
  return !readFileSync(join(folder, 'index.html'), 'utf8').includes('<meta name="robots" content="noindex">');
}
