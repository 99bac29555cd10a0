/** `npm start`: builds the site if anything changed since the last time, then serves it until stopped. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run, siteAddress } from './project.ts';
import { host, serve } from './static-server.ts';

const firstPort = 4321;
const lastPort = firstPort + 20;
const stamp = join(root, 'node_modules/.cache/built-from');
const inputs = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** Names, sizes and times of everything the site is built from, in one short text. */
function fingerprint(): string {
  const hash = createHash('sha256').update(siteAddress().href);
  const add = (path: string) => {
    const stats = statSync(path);
    const isFolder = stats.isDirectory();
    hash.update(`${path} ${isFolder ? '' : `${stats.size} ${stats.mtimeMs}`}\n`);
    if (isFolder) for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const input of inputs) add(join(root, input));
  return hash.digest('hex');
}

/** When the front page was written: another build in between leaves another time. */
function builtAt(): string {
  return String(statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 'never');
}

function buildIfChanged(): void {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now + builtAt()) return;
  console.log('Building the site …');
  const { status } = run({ tool: 'astro', args: ['build'] }, 'show');
  if (status !== 0) {
    console.error('\nThe site was not built; the lines above say why.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now + builtAt());
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The port asked for with PORT, if any. */
function wishedPort(): number | undefined {
  const { PORT } = process.env;
  if (PORT === undefined) return undefined;
  const port = Number(PORT);
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? port
    : stop(`PORT=${PORT} is no port: choose a number from 1 to 65535.`);
}

/** Serves the site at the wished port, or at the first free one. */
async function serveSomewhere(base: string): Promise<number> {
  const wished = wishedPort();
  const last = wished ?? lastPort;
  for (let port = wished ?? firstPort; port <= last; port += 1) {
    const problem = await serve({ folder: join(root, 'dist'), base, port }).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error.code,
    );
    if (problem === 'EACCES')
      stop(`This account may not use port ${port}: choose one above 1023 with PORT=… npm start.`);
    if (problem !== undefined) continue;
    if (wished === undefined && port !== firstPort) {
      console.log(`Port ${firstPort} is in use by another program, so port ${port} is used.`);
    }
    return port;
  }
  const taken = wished === undefined ? `Ports ${firstPort} to ${lastPort} are all` : `Port ${wished} is`;
  return stop(`${taken} in use by other programs: close one, or choose another port with PORT=… npm start.`);
}

buildIfChanged();
const base = siteAddress().pathname;
const port = await serveSomewhere(base);
console.log(`\nCustomer Atlas is served at http://${host}:${port}${base}\nStop it with Ctrl C.`);
