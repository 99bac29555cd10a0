import type { AddressInfo } from 'node:net';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, describe, expect, it } from 'vitest';
import { host, serve } from '../../scripts/static-server.ts';
import { folder, handbook, pagesIn } from './site.ts';

async function start(root: string, base: string) {
  const server = await serve({ folder: root, base, port: 0 });
  return { server, root, base, origin: `http://${host}:${(server.address() as AddressInfo).port}` };
}

const sites = await Promise.all([start(folder, '/'), start(handbook, '/handbook/')]);
afterAll(() => Promise.all(sites.map(({ server }) => new Promise((resolve) => server.close(resolve)))));

describe('links and anchors', () => {
  it.each(sites)(
    'all lead somewhere below $base',
    async ({ origin, root, base }) => {
      const all = pagesIn(root).map(({ path }) => `${origin}${base}${path.slice(1)}`);
      const { links } = await new LinkChecker().check({
        path: all,
        recurse: false,
        concurrency: 20,
        checkFragments: true,
        // Other sites are not asked: this run must not depend on them. What goes by a name carries its anchor on.
        linksToSkip: async (link) => !link.startsWith(origin) || /\/go\/\?.*#/.test(link),
        // Calculator links carry a state, not an anchor.
        fragmentsToSkip: async (fragment) => fragment.includes('='),
      });
      const broken = links.filter(({ state }) => state === LinkState.BROKEN);
      expect(broken.map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
      expect(links.filter(({ state }) => state === LinkState.OK).length).toBeGreaterThan(all.length);
    },
    60_000,
  );
});
