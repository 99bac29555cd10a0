import { type MdastNode, markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { markdownPath } from '../../src/lib/i18n/routes.ts';
import { folder, pagesIn, read } from './site.ts';

const pages = pagesIn(folder).filter(({ html }) => html.includes('type="text/markdown"'));

function nodesIn(node: MdastNode): MdastNode[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodesIn(child as MdastNode)) : [])];
}

function textOf(node: MdastNode): string {
  return nodesIn(node)
    .map((part) => ('value' in part ? part.value : ''))
    .join('');
}

/** What a reader sees of a piece of HTML, without spaces: where they stand is not compared. */
const seen = (html: string) =>
  html
    .replace(/<(rt|rp)[^>]*>.*?<\/\1>|<(?:"[^"]*"|[^>"])+>/gs, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, content = '']) => seen(content));

describe('the Markdown of a page', () => {
  it('is written of every term, comparison and guide in every language', () => {
    const entries = pagesIn(folder).filter(
      ({ path, html }) => /\/(terms|compare|guides)\/.+\//.test(path) && html.includes('<article'),
    );
    expect(pages.map(({ path }) => path)).toEqual(entries.map(({ path }) => path));
    expect(pages.length).toBeGreaterThan(130);
  });

  describe.each(pages)('$path', ({ path, html }) => {
    const [article = ''] = /<article.*<\/article>/s.exec(html) ?? [];
    const markdown = read(markdownPath(path)).toString();
    const nodes = nodesIn(markdownToMdast(markdown));
    const textsOf = (type: MdastNode['type']) =>
      nodes.filter((node) => node.type === type).map((node) => textOf(node).replace(/\s/g, ''));

    it('has its title, its definition and all its headings', () => {
      const headings = all(article.replace(/<nav.*?<\/nav>/gs, ''), /<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs);
      expect(textsOf('heading')).toEqual(headings);
      const [definition = ''] = all(article, /<p id="definition"[^>]*>(?:.*?<\/dfn>)?(.*?)<\/p>/gs);
      expect(definition).not.toBe('');
      expect(textsOf('paragraph').slice(0, 3).join(' ')).toContain(definition);
    });

    it('has all its cells, computed numbers, pictures in words and sources', () => {
      expect(textsOf('tableCell')).toEqual(all(article, /<t[hd](?:\s[^>]*)?>(.*?)<\/t[hd]>/gs));
      const text = seen(textsOf('root').join(''));
      const parts = [
        ...all(article, /<data[^>]*>(.*?)<\/data>/gs),
        ...all(article, /<figcaption[^>]*>(.*?)<(?:details|\/figcaption)/gs),
        ...all(article, /<cite[^>]*>(.*?)<\/cite>/gs),
        ...all(article, /<mi>(.*?)<\/mi>/gs),
        ...all(article, /<details name=[^>]*>(.*?)<\/details>/gs),
      ];
      expect(parts.filter((part) => !text.includes(part))).toEqual([]);
    });

    it('has whole addresses and no HTML, and ends with how to cite it and its license', () => {
      expect(nodes.filter(({ type }) => type === 'html')).toEqual([]);
      const links = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
      expect(links.filter((url) => !/^https?:\/\/[^/]+\//.test(url))).toEqual([]);
      const [citation = '', license = ''] = textsOf('paragraph').slice(-2);
      expect(citation).toContain(`https://customer-atlas.example${path}`);
      expect(license).toContain('CCBY4.0');
    });
  });
});
