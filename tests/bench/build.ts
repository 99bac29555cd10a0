import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.ts';
import { report } from './figure.ts';

/** A copy of a term under another slug and other names, so that the glossary stays without contradiction. */
function copyTerm(terms: string, slug: string, copy: number): void {
  const name = `${slug}-copy-${copy}`;
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

function build(folder: string): number {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The enlarged site did not build:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return (performance.now() - start) / 1000;
}

/**
 * Time to build the site with its content once, five and twenty times over, in a folder of its own; and again after one
 * page was changed. Pictures for sharing are kept between builds, so the first build of a size draws them.
 */
export function benchBuild(): void {
  for (const times of [1, 5, 20]) {
    const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
    try {
      for (const part of ['src', 'public', 'scripts', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
        cpSync(join(root, part), join(folder, part), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
      const terms = join(folder, 'src/content/terms');
      const originals = readdirSync(terms);
      for (let copy = 2; copy <= times; copy += 1) for (const slug of originals) copyTerm(terms, slug, copy);
      const pages = originals.length * times * 2;
      const first = build(folder);
      report({ name: `build, ${pages} term pages (${times}×), pictures drawn as needed`, unit: 's', values: [first] });
      const page = join(terms, 'churn-rate/en.mdx');
      writeFileSync(page, `${readFileSync(page, 'utf8')}\nOne more sentence.\n`);
      const second = build(folder);
      report({ name: `build again after one changed page (${times}×)`, unit: 's', values: [second], target: 5 });
      report({ name: `time a term page takes (${times}×)`, unit: 'ms', values: [(second / pages) * 1000] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
