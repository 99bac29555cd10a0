import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEnvironment, root } from '../scripts/project.ts';

const caches = ['.astro', '.cache', '.vite'];
const pictures = '.cache/customer-atlas/open-graph';

/** A folder with the packages of the project, in which builds keep nothing that others find, pictures excepted. */
function linkPackages(folder: string): void {
  const packages = join(root, 'node_modules');
  mkdirSync(join(folder, pictures, '..'), { recursive: true });
  const names = readdirSync(packages).filter((name) => !caches.includes(name));
  if (existsSync(join(packages, pictures))) names.push(pictures);
  for (const name of names) symlinkSync(join(packages, name), join(folder, name));
}

/** A copy of what a build reads, in a folder of its own, so that its content can be changed. */
export function projectCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  const files = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];
  for (const part of ['src', 'public', 'scripts', ...files]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  linkPackages(join(folder, 'node_modules'));
  return folder;
}

/** Builds a copy into its `dist`. */
export function build(folder: string): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: folder,
      // Runners of tests set these two, with which every page would read the whole glossary, as it does while writing.
      env: { ...buildEnvironment, ...process.env, NODE_ENV: undefined, DEV: undefined, SITE_OUTPUT: 'dist' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The changed site did not build:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
}
