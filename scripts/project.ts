import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import packageData from '../package.json' with { type: 'json' };

/** Where the site will stand, base path included: `homepage` of package.json, or SITE_ADDRESS for one build. */
export function siteAddress(): URL {
  const address = new URL(process.env.SITE_ADDRESS || packageData.homepage);
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The environment of a build, which `npm run build` reads from the same file. */
export const buildEnvironment = parseEnv(readFileSync(join(root, 'scripts/build.env'), 'utf8'));

/** The tools of the project by the file Node runs, so that neither a shell nor the PATH decides which one it is. */
const tools = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  'html-validate': 'html-validate/bin/html-validate.mjs',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  textlint: 'textlint/bin/textlint.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

export interface Command {
  readonly tool: keyof typeof tools;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a tool of the project with the project's own Node. Its output goes to the screen, or is kept and returned. */
export function run({ tool, args, env = {} }: Command, output: 'show' | 'keep'): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(root, 'node_modules', tools[tool]), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...buildEnvironment, ...process.env, ...env },
    maxBuffer: 64e6,
    stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
}
