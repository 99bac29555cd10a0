/** `npm start`: builds the site if anything changed since the last time, then serves it until stopped. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { root, run } from './project.ts';

const host = '127.0.0.1';
const firstPort = 4321;
const lastPort = firstPort + 20;
const stamp = join(root, 'node_modules/.cache/built-from');
const inputs = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Names, sizes and times of everything the site is built from, in one short text. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.SITE_ADDRESS ?? '');
  const add = (path: string) => {
    const stats = statSync(path);
    const isFolder = stats.isDirectory();
    hash.update(`${path} ${isFolder ? '' : `${stats.size} ${stats.mtimeMs}`}\n`);
    if (isFolder) for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const input of inputs) add(join(root, input));
  return hash.digest('hex');
}

function buildIfChanged(): void {
  const now = fingerprint();
  const isCurrent =
    existsSync(join(root, 'dist/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (isCurrent) return;
  console.log('Building the site …');
  const { status } = run({ tool: 'astro', args: ['build'] }, 'show');
  if (status !== 0) {
    console.error('\nThe site was not built; the lines above say why.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

async function freePort(): Promise<number> {
  const wished = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
  if (wished !== undefined) {
    if (await isFree(wished)) return wished;
    console.error(
      `Port ${wished} is in use by another program: close that program, or choose another with PORT=… npm start.`,
    );
    process.exit(1);
  }
  for (let port = firstPort; port <= lastPort; port += 1) {
    if (await isFree(port)) {
      if (port !== firstPort) console.log(`Port ${firstPort} is in use by another program, so port ${port} is used.`);
      return port;
    }
  }
  console.error(`Ports ${firstPort} to ${lastPort} are all in use: choose another with PORT=… npm start.`);
  process.exit(1);
}

buildIfChanged();
const port = await freePort();
const base = new URL(process.env.SITE_ADDRESS || 'http://site/').pathname;
console.log(`\nCustomer Atlas is served at http://${host}:${port}${base}\nStop it with Ctrl C.`);
const { status } = run(
  {
    tool: 'astro',
    args: ['preview', '--host', host, '--port', String(port)],
    env: { ASTRO_PREVIEW_BACKGROUND: '0' },
  },
  'show',
);
process.exit(status ?? 0);
