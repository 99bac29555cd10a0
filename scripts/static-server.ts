/** Serves a built site as a static host would: its files, compressed, and `404.html` for the rest. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

export interface StaticSite {
  /** The folder that was built. */
  readonly folder: string;
  /** The path it was built for: `/` or `/handbook/`. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export const host = '127.0.0.1';

/** Texts that say nowhere in themselves how their letters are written, which a browser would else guess. */
const plainTexts: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex',
  '.csv': 'text/csv',
  '.md': 'text/markdown',
  '.ttl': 'text/turtle',
  '.txt': 'text/plain',
};

/** Resolves once the server listens; rejects when the port is taken. */
export function serve({ folder, base, port }: StaticSite): Promise<Server> {
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      const type = plainTexts[extname(path)];
      if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`);
    },
  });
  const compressed = compression();
  const server = createServer((request, response) => {
    const answerMissing = () => {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    const url = request.url ?? '/';
    if (!url.startsWith(base)) return answerMissing();
    request.url = url.slice(base.length - 1);
    const answer = () => files(request, response, answerMissing);
    // A part of a file is a part of what lies there.
    if (request.headers.range) answer();
    else compressed(request, response, answer);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** `node scripts/static-server.ts <folder> <base> <port>`. */
if (import.meta.main) {
  const [folder = 'dist', base = '/', port = '4321'] = process.argv.slice(2);
  await serve({ folder, base, port: Number(port) });
}
