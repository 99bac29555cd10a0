import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildEnvironment, root } from '../scripts/project.ts';

/** A copy of what a build reads, in a folder of its own, so that its content can be changed. */
export function projectCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  const files = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];
  for (const part of ['src', 'public', 'scripts', ...files]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Builds a copy into its `dist`. */
export function build(folder: string): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: folder,
      env: { ...process.env, ...buildEnvironment, SITE_OUTPUT: 'dist' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The changed site did not build:\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
}
