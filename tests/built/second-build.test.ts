import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../src/build/kept.ts';
import { prunePage } from '../../src/build/prune-page.ts';
import { build, projectCopy } from '../project-copy.ts';
import { folder, pagesIn } from './site.ts';

function digests(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(root, name)).isFile());
  return new Map(files.map((name) => [name, digestOf(readFileSync(join(root, name)))]));
}

/** What a build leaves alone, the next one takes for its own: it has to be what that one would have made. */
describe('a second build', () => {
  let copy = '';
  let site = '';
  const written = (name: string) => statSync(join(site, name)).mtimeMs;
  const same = ['en/terms/renewal/index.html', 'en/terms/renewal.md', 'og/en/renewal.png'];
  let times: number[] = [];
  let timesAgain: number[] = [];
  let second = new Map<string, string>();

  beforeAll(() => {
    copy = projectCopy();
    site = join(copy, 'dist');
    const gone = join(copy, 'src/pages/gone.astro');
    writeFileSync(gone, '<html lang="en"><title>Gone</title></html>');
    build(copy);
    times = same.map(written);
    expect(digests(site).has('gone/index.html')).toBe(true);
    rmSync(gone);
    appendFileSync(join(copy, 'src/content/terms/churn-rate/en.mdx'), '\nQuokkas renew every year.\n');
    build(copy);
    timesAgain = same.map(written);
    second = digests(site);
  }, 300_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('shows what was changed, and forgets what is gone', () => {
    expect(readFileSync(join(site, 'en/terms/churn-rate/index.html'), 'utf8')).toContain('Quokkas');
    expect(readFileSync(join(site, 'en/terms/churn-rate.md'), 'utf8')).toContain('Quokkas');
    expect([...second.keys()].filter((name) => name.includes('gone'))).toEqual([]);
  });

  it('leaves alone what stays the same', () => {
    expect(timesAgain).toEqual(times);
  });

  it('leaves the same files as a first build, and nothing else', { timeout: 300_000 }, () => {
    for (const made of ['dist', 'node_modules/.astro', 'node_modules/.cache'])
      rmSync(join(copy, made), { recursive: true });
    build(copy);
    const anew = digests(site);
    expect([...second].filter(([name, digest]) => anew.get(name) !== digest)).toEqual([]);
    expect(second.size).toBe(anew.size);
  });

  it('shows a style that was changed, and then leaves everything alone', { timeout: 300_000 }, () => {
    appendFileSync(join(copy, 'src/styles/base.css'), '\n@layer base {\n  h1 {\n    outline-offset: 7px;\n  }\n}\n');
    build(copy);
    expect(readFileSync(join(site, 'en/terms/renewal/index.html'), 'utf8')).toContain('outline-offset:7px');
    const styled = digests(site);
    const timesStyled = same.map(written);
    build(copy);
    expect(same.map(written)).toEqual(timesStyled);
    expect(digests(site)).toEqual(styled);
  });
});

describe('a finished page', () => {
  it('stays as it is when it is finished again', () => {
    expect(
      pagesIn(folder)
        .filter(({ html }) => prunePage(html) !== html)
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
