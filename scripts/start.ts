/** `npm start`: builds the site if anything changed since the last time, then serves it until stopped. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from './project.ts';
import { host, serve } from './static-server.ts';

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

/** Serves the site at the wished port, or at the first free one. */
async function serveSomewhere(base: string): Promise<number> {
  const wished = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
  const last = wished ?? lastPort;
  for (let port = wished ?? firstPort; port <= last; port += 1) {
    const isServed = await serve({ folder: join(root, 'dist'), base, port }).then(
      () => true,
      () => false,
    );
    if (!isServed) continue;
    if (wished === undefined && port !== firstPort)
      console.log(`Port ${firstPort} is in use by another program, so port ${port} is used.`);
    return port;
  }
  const taken = wished === undefined ? `Ports ${firstPort} to ${lastPort} are all` : `Port ${wished} is`;
  console.error(`${taken} in use by other programs: close one, or choose another port with PORT=… npm start.`);
  process.exit(1);
}

buildIfChanged();
const base = new URL(process.env.SITE_ADDRESS || 'http://site/').pathname.replace(/\/?$/, '/');
const port = await serveSomewhere(base);
console.log(`\nCustomer Atlas is served at http://${host}:${port}${base}\nStop it with Ctrl C.`);
