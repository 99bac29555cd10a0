import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, projectCopy } from '../project-copy.ts';
import { report } from './figure.ts';

/** A copy of a term under another slug and other names, so that the glossary stays without contradiction. */
function copyTerm(terms: string, slug: string, copy: number): void {
  const name = `${slug}-copy-${copy}`;
  const asked = join(terms, '../asked');
  cpSync(join(asked, `${slug}.yaml`), join(asked, `${name}.yaml`));
  cpSync(join(terms, slug), join(terms, name), { recursive: true });
  for (const file of readdirSync(join(terms, name))) {
    const path = join(terms, name, file);
    const text = readFileSync(path, 'utf8')
      .replace(/^(term|reading): (.*)$/gm, (_, key: string, value: string) =>
        key === 'term' ? `term: ${value.replace(/^"|"$/g, '')} ${copy}` : `reading: ${value}`,
      )
      .replace(/^aliases:\n(?: {2}.*\n)+/m, '')
      .replace(/^keywords: .*\n/m, '')
      .replace(/^(\s*- id: )(?=[a-z-]{8,})/gm, `$1${name}-`);
    writeFileSync(path, text);
  }
}

function timeToBuild(folder: string): number {
  const start = performance.now();
  build(folder);
  return (performance.now() - start) / 1000;
}

/** The pages that are changed, each before a build of its own: in both languages, short and long. */
const changed = ['churn-rate/en', 'touchpoint/ja', 'customer-success/en', 'net-promoter-score/ja', 'upsell/en'];

/**
 * Time to build the site with its content once, five and twenty times over, in a folder of its own; and again after one
 * page was changed, five times. Pictures for sharing are kept between builds, so only those of copies are drawn; all else
 * is made by the first build of a size.
 */
export function benchBuild(): void {
  for (const times of [1, 5, 20]) {
    const folder = projectCopy();
    try {
      const terms = join(folder, 'src/content/terms');
      const originals = readdirSync(terms);
      for (let copy = 2; copy <= times; copy += 1) for (const slug of originals) copyTerm(terms, slug, copy);
      const pages = originals.length * times * 2;
      const first = timeToBuild(folder);
      report({ name: `build, ${pages} term pages (${times}×), pictures drawn as needed`, unit: 's', values: [first] });
      const again = changed.map((page) => {
        appendFileSync(join(terms, `${page}.mdx`), '\nOne more sentence.\n');
        return timeToBuild(folder);
      });
      report({ name: `build again after one changed page (${times}×)`, unit: 's', values: again, target: 5 });
      report({
        name: `time a term page takes (${times}×)`,
        unit: 'ms',
        values: again.map((seconds) => (seconds / pages) * 1000),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
