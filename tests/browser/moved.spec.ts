import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { host, serve } from '../../scripts/static-server.ts';
import { build, projectCopy } from '../project-copy.ts';
import { expect, test } from './test.ts';

/** No page of the site has moved yet: here is one in which two have. */
test.describe('a page that was renamed', () => {
  test.describe.configure({ mode: 'serial' });
  let copy: string;
  let server: Server;
  let origin: string;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    copy = projectCopy();
    const content = join(copy, 'src/content');
    appendFileSync(join(content, 'terms/churn-rate/concept.yaml'), '\nformerSlugs: [loss-rate]\n');
    appendFileSync(join(content, 'comparisons/upsell-vs-cross-sell/comparison.yaml'), '\nformerSlugs: [two-sales]\n');
    appendFileSync(join(content, 'guides/why-now/guide.yaml'), '\nformerSlugs: [why]\n');
    build(copy);
    server = await serve({ folder: join(copy, 'dist'), base: '/', port: 0 });
    origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(() => {
    server?.close();
    rmSync(copy, { recursive: true, force: true });
  });

  for (const [former, now, section] of [
    ['terms/loss-rate', 'terms/churn-rate', 'mistakes'],
    ['compare/two-sales', 'compare/upsell-vs-cross-sell', 'mistakes'],
    ['guides/why', 'guides/why-now', 'lost-without-a-word'],
  ]) {
    test(`is found under ${former} too, with its section and its question`, async ({ page }) => {
      await page.goto(`${origin}/ja/${former}/?from=wiki#${section}`);
      await expect(page).toHaveURL(`${origin}/ja/${now}/?from=wiki#${section}`);
      await expect(page.locator(`#${section}`)).toBeInViewport();
      await page.goto(`${origin}/en/${former}/`);
      await expect(page).toHaveURL(`${origin}/en/${now}/`);
    });
  }

  test('does not stand between a reader and the page before', async ({ page }) => {
    await page.goto(`${origin}/en/terms/`);
    await page.goto(`${origin}/en/terms/loss-rate/`);
    await expect(page).toHaveURL(/churn-rate\/$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/en\/terms\/$/);
  });

  test('keeps its record for programs', async ({ request }) => {
    const record = await (await request.get(`${origin}/api/v1/en/terms/loss-rate.json`)).json();
    expect(record.slug).toBe('churn-rate');
  });

  test('is listed nowhere under its former address', () => {
    const dist = join(copy, 'dist');
    const moved = readFileSync(join(dist, 'ja/terms/loss-rate/index.html'), 'utf8');
    expect(moved).toContain('<link rel="canonical" href="https://customer-atlas.example/ja/terms/churn-rate/"');
    expect(moved).toContain('<meta name="robots" content="noindex">');
    expect(moved).not.toContain('data-pagefind-body');
    const naming = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|xml|json|txt|md|ttl|jsonld)$/.test(name))
      .filter((name) => /loss-rate|two-sales/.test(readFileSync(join(dist, name), 'utf8')));
    expect(naming).toEqual([]);
    expect(readFileSync(join(dist, 'sitemap-0.xml'), 'utf8')).toContain('/terms/churn-rate/');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('leads there all the same', async ({ page }) => {
      await page.goto(`${origin}/en/terms/loss-rate/`);
      await expect(page).toHaveURL(`${origin}/en/terms/churn-rate/`);
    });
  });
});
