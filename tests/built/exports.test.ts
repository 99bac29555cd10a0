import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { DataFactory, Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { exampleEntered } from '../../src/lib/calculators/entered.ts';
import { documentOf } from '../../src/lib/calculators/write-document.ts';
import { locales } from '../../src/lib/i18n/locales.ts';
import { emptyMap, limits } from '../../src/lib/journey-map/document.ts';
import { writeJourneyMap } from '../../src/lib/journey-map/text.ts';
import { anyMap } from '../unit/journey-map-arbitraries.ts';
import { folder, pagesIn, read } from './site.ts';

const slugs = readdirSync(new URL('../../src/content/terms/', import.meta.url));
const json = (path: string) => JSON.parse(read(path).toString());

describe.each(locales)('the JSON interface in %s', (locale) => {
  const ajv = new Ajv({ strict: true, formats: { uri: /^https?:\/\/\S+$/, date: /^\d{4}-\d\d-\d\d$/ } });
  const validatorOf = (name: string) => {
    const schema = json(`/schemas/${name}/v1.json`);
    return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  };
  const list = json(`/api/v1/${locale}/terms.json`);

  it('lists every term as its published schema says', () => {
    const validate = validatorOf('terms');
    expect(validate(list), JSON.stringify(validate.errors)).toBe(true);
    expect(list.terms.map(({ slug }: { slug: string }) => slug).sort()).toEqual([...slugs].sort());
    expect(validate({ ...list, terms: [{}] })).toBe(false);
  });

  it('has a record of every term as its published schema says, with relations that lead somewhere', () => {
    const validate = validatorOf('term');
    for (const slug of slugs) {
      const record = json(`/api/v1/${locale}/terms/${slug}.json`);
      expect(validate(record), `${slug}: ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(record.relations.every((relation: { slug: string }) => slugs.includes(relation.slug))).toBe(true);
      expect(existsSync(join(folder, new URL(record.page).pathname))).toBe(true);
    }
  });

  const record = json(`/api/v1/${locale}/terms/churn-rate.json`);
  const readingOfAnother = locale === 'ja' ? { reading: undefined } : { reading: 'かいやくりつ' };
  it.each([
    ['without a name', { term: '' }],
    ['with a slug that is no slug', { slug: 'Churn Rate!' }],
    ['with a reading that is not hiragana', { reading: 'churn' }],
    ['with or without a reading where its language has it otherwise', readingOfAnother],
    ['with a synonym twice', { aliases: [record.aliases[0], record.aliases[0]] }],
    ['without a translation', { translations: [] }],
    ['of another schema', { $schema: 'https://example.com/schema.json' }],
    ['of another version', { version: 2 }],
    ['with a field that nobody knows', { color: 'red' }],
  ])('has a schema that refuses a term %s', (_, change) => {
    const validate = validatorOf('term');
    expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
    const { reading: _reading, ...withoutReading } = record;
    const changed = 'reading' in change && change.reading === undefined ? withoutReading : { ...record, ...change };
    expect(validate(changed)).toBe(false);
    expect(validatorOf('terms')({ ...list, terms: [] })).toBe(false);
  });

  it('names where its schema is', () => {
    expect(list.$schema).toBe(json('/schemas/terms/v1.json').$id);
  });
});

describe('the format of calculations', () => {
  const ajv = new Ajv({ strict: true });
  const schema = json('/schemas/calculation/v1.json');
  const validate = ajv.compile(schema);
  const written = Object.values(calculators).map((calculator) =>
    documentOf({ name: 'Budget', entered: exampleEntered(calculator, 'JPY', 'ja') }, calculator),
  );

  it('is published as calculations are written', () => {
    for (const document of written) expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...written[0], version: 2 })).toBe(false);
    expect(validate({ ...written[0], scenarios: [{ name: '', texts: { profit: '1' } }] })).toBe(false);
  });

  it('says of every field what goes there', () => {
    const fields = Object.entries<{ description?: string }>(schema.properties).filter(([name]) => name !== '$schema');
    expect(fields.length).toBeGreaterThan(7);
    expect(fields.filter(([, { description }]) => !description)).toEqual([]);
  });
});

describe('the format of journey maps', () => {
  const ajv = new Ajv({ strict: true });
  const schema = json('/schemas/journey-map/v1.json');
  const validate = ajv.compile(schema);

  it('is published as maps are written', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const written = JSON.parse(writeJourneyMap(map, schema.$id));
        expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
    expect(validate({ ...emptyMap('en'), version: 2 })).toBe(false);
    expect(validate({ ...emptyMap('en'), cards: [{ id: 'a b', stage: '', lane: '', text: '' }] })).toBe(false);
  });

  it('says every limit, and of every field what goes there', () => {
    const { title, notes, stages, lanes, cards, personas } = schema.properties;
    expect(title.maxLength).toBe(limits.name);
    expect(notes.maxLength).toBe(limits.notes);
    expect(cards.items.properties.text.maxLength).toBe(limits.text);
    const most = { stages, lanes, cards, personas };
    for (const [list, { maxItems }] of Object.entries(most)) expect(maxItems).toBe(limits[list as keyof typeof most]);
    const fields = Object.entries<{ description?: string }>({ ...cards.items.properties, ...schema.properties });
    expect(fields.filter(([name, { description }]) => name !== '$schema' && !description)).toEqual([]);
  });
});

/** A line per triple: the same graph gives the same lines in any order. No blank nodes are used. */
const lines = (quads: readonly Quad[]) =>
  quads.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.id].join(' ')).sort();

describe.each(locales)('the SKOS glossary in %s', (locale) => {
  const turtle = new Parser().parse(read(`/downloads/${locale}/glossary.ttl`).toString());

  it('says the same in Turtle and in JSON-LD, to a real RDF parser', async () => {
    const triples = await jsonld.toRDF(json(`/downloads/${locale}/glossary.jsonld`), { format: 'application/n-quads' });
    const fromJson = new Parser({ format: 'N-Quads' }).parse(String(triples));
    expect(turtle.length).toBeGreaterThan(slugs.length * 8);
    expect(lines(turtle)).toEqual(lines(fromJson));
  });

  it('keeps the promises of SKOS, checked by SHACL shapes', async () => {
    const shapes = new Parser().parse(readFileSync(new URL('../fixtures/skos-shapes.ttl', import.meta.url), 'utf8'));
    const validator = new SHACLValidator(new Store(shapes));
    const report = await validator.validate(new Store(turtle));
    const problems = report.results.map(({ focusNode, path }) => `${focusNode?.value} ${path?.value}`);
    expect(problems).toEqual([]);
    const concepts = new Store(turtle).getSubjects(null, 'http://www.w3.org/2004/02/skos/core#Concept', null);
    expect(concepts).toHaveLength(slugs.length);

    const { namedNode, literal, quad } = DataFactory;
    const label = namedNode('http://www.w3.org/2004/02/skos/core#prefLabel');
    const broken = new Store([...turtle, quad(concepts[0] as never, label, literal('Another name', 'en'))]);
    expect((await validator.validate(broken)).conforms).toBe(false);
  });
});

interface CslWork {
  readonly author: readonly Record<string, string>[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
}

describe.each(locales)('the bibliography to download in %s', (locale) => {
  const works = json(`/downloads/${locale}/references.json`);
  it('is the same in BibTeX and CSL-JSON, to a real BibTeX parser', () => {
    const { entries, errors } = parseBibtex(read(`/downloads/${locale}/references.bib`).toString());
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(works.length);
    expect(works.length).toBeGreaterThan(40);
    expect(entries.map(({ key }) => key).sort()).toEqual(works.map(({ id }: { id: string }) => id).sort());
  });

  it('says in BibTeX what it says in CSL-JSON, also where a sign means something to LaTeX', () => {
    const { entries } = parseBibtex(read(`/downloads/${locale}/references.bib`).toString(), { sentenceCase: false });
    const inBibtex = entries.map(({ key, fields }) => ({
      id: key,
      title: fields.title,
      authors: fields.author?.map((one) => [one.prefix, one.lastName ?? one.name].filter(Boolean).join(' ')),
      year: fields.year,
      month: fields.month,
      published: fields.journal ?? fields.howpublished?.replace(/<[^>]+>/g, ''),
      publisher: (fields.publisher ?? fields.institution)?.join(),
      note: fields.note,
      address: [fields.doi, fields.url],
    }));
    const inCsl = works.map((work: Record<string, string> & CslWork) => ({
      id: work.id,
      title: work.title,
      authors: work.author.map((one) =>
        [one['non-dropping-particle'], one.family ?? one.literal].filter(Boolean).join(' '),
      ),
      year: work.issued?.['date-parts'][0]?.[0]?.toString(),
      month: work.issued?.['date-parts'][0]?.[1]?.toString(),
      // A page without anything around it is published at its address.
      published:
        work['container-title'] ?? work.number ?? (/web|speech|standard/.test(work.type ?? '') ? work.URL : undefined),
      publisher: work.publisher,
      note: work.note,
      address: [work.DOI, work.URL],
    }));
    expect(inBibtex).toEqual(inCsl);
  });

  it('keeps its capitals in a style that writes titles small, those of a first word too', () => {
    const written = read(`/downloads/${locale}/references.bib`).toString();
    for (const title of ['{SaaS} {Metrics} 2.0', '{RFM} and {CLV}: Using']) expect(written).toContain(`{${title}`);
  });

  it('stands on the page of references, where each work names the pages that list it and no others', () => {
    const listing = new Map(
      pagesIn(join(folder, locale)).map(({ path, html }) => [
        `/${locale}${path}`,
        new Set([...html.matchAll(/id="source-([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const entries = read(`/${locale}/references/index.html`)
      .toString()
      .split(/<li id="(?=[^"]+")/)
      .slice(1)
      .map((entry) => ({
        id: entry.slice(0, entry.indexOf('"')),
        named: [...(entry.split('</ol>', 1)[0]?.matchAll(/href="([^"]+\/)"/g) ?? [])]
          .map(([, path]) => path)
          .filter((path) => listing.has(path ?? '')),
      }));
    expect(entries.map(({ id }) => id).sort()).toEqual(works.map(({ id }: { id: string }) => id).sort());
    const expected = (id: string) => [...listing].filter(([, ids]) => ids.has(id)).map(([path]) => path);
    for (const { id, named } of entries) expect([id, named.sort()]).toEqual([id, expected(id).sort()]);
  });

  it('holds every work that a page of the language lists', () => {
    const ids = new Set(works.map(({ id }: { id: string }) => id));
    const listed = pagesIn(join(folder, locale)).flatMap(({ html }) =>
      [...html.matchAll(/id="source-([^"]+)"/g)].map(([, id]) => id),
    );
    expect([...new Set(listed)].filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** Texts and attributes of an XML document by the name of their element; throws at what is not well-formed. */
function xml(path: string) {
  const texts = new Map<string, string[]>();
  const attributes = new Map<string, Record<string, string>>();
  const parser = new SaxesParser();
  let name = '';
  parser.on('opentag', (tag) => {
    name = tag.name;
    attributes.set(
      name,
      Object.fromEntries(Object.entries(tag.attributes).map(([key, value]) => [key, String(value)])),
    );
  });
  parser.on('text', (text) => texts.set(name, [...(texts.get(name) ?? []), text]));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(read(path).toString()).close();
  return { texts, attributes };
}

describe('files for other programs', () => {
  it.each(locales)('the feed in %s is well-formed and has every entry, the latest first', (locale) => {
    const days = (xml(`/${locale}/feed.xml`).texts.get('pubDate') ?? []).map((day) => Date.parse(day));
    expect(days.length).toBeGreaterThanOrEqual(slugs.length);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    // A page looked at again is a new item to those who read the feed.
    const ids = xml(`/${locale}/feed.xml`).texts.get('guid') ?? [];
    expect(new Set(ids).size).toBe(days.length);
    for (const id of ids) expect(id).toMatch(/\/#\d{4}-\d\d-\d\d$/);
  });

  it.each(locales)('the search description in %s sends the query to the search page', (locale) => {
    expect(xml(`/opensearch.${locale}.xml`).attributes.get('Url')?.template).toBe(
      `https://customer-atlas.example/${locale}/search/?q={searchTerms}`,
    );
    expect(read(`/${locale}/index.html`).toString()).toContain(`opensearch.${locale}.xml`);
  });

  it('llms.txt names every term and comparison in every language, as Markdown that is there', () => {
    const text = read('/llms.txt').toString();
    const linked = [...text.matchAll(/\]\(https:\/\/customer-atlas\.example(\/\S+\.md)\)/g)].map(
      ([, path = '']) => path,
    );
    const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(linked.sort()).toEqual(written.map((name) => `/${name}`).sort());
    expect(linked.length).toBeGreaterThan(slugs.length * locales.length);
  });

  it('the site map has every page with its translation', () => {
    const map = read('/sitemap-0.xml').toString();
    for (const slug of slugs) expect(map).toContain(`https://customer-atlas.example/ja/terms/${slug}/`);
    const linksIn = (text: string) =>
      [...text.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, ...link]) => link);
    for (const [, entry = ''] of map.matchAll(/<url>(.*?)<\/url>/gs)) {
      const [, address = ''] = /<loc>([^<]+)/.exec(entry) ?? [];
      const head = linksIn(read(`${new URL(address).pathname}index.html`).toString());
      expect([address, linksIn(entry)]).toEqual([address, head]);
      expect(head.map(([language]) => language)).toEqual([...locales, 'x-default']);
    }
  });

  it.each(locales)('llms.txt has the terms in the order of the index in %s', (locale) => {
    const inText = read('/llms.txt')
      .toString()
      .matchAll(new RegExp(`\\(\\S+/${locale}/terms/([\\w-]+)\\.md\\)`, 'g'));
    const onPage = read(`/${locale}/terms/index.html`)
      .toString()
      .matchAll(new RegExp(`<li data-kind[^>]*>(?:(?!</li>).)*?/${locale}/terms/([\\w-]+)/`, 'gs'));
    const order = [...inText].map(([, slug]) => slug);
    expect(order).toEqual([...onPage].map(([, slug]) => slug));
    expect(order).toHaveLength(slugs.length);
  });

  it('every page has a picture for sharing, of the size asked for', async () => {
    const shared = pagesIn(folder).filter(({ path }) => /^\/(en|ja)\//.test(path));
    for (const { path, html } of shared) {
      const [, address = ''] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
      const { width, height, format } = await sharp(read(new URL(address).pathname)).metadata();
      expect([path, width, height, format]).toEqual([path, 1200, 630, 'png']);
    }
    expect(shared.length).toBeGreaterThan(slugs.length * 2);
  });
});

describe.each(locales)('the description of the search in %s', (locale) => {
  const elements: { name: string; uri: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    elements.push({ name: local, uri, attributes: Object.fromEntries(values), text: '' });
  });
  parser.on('text', (text) => {
    const last = elements.at(-1);
    if (last) last.text += text.trim();
  });
  parser.write(read(`/opensearch.${locale}.xml`).toString()).close();
  const named = (wanted: string) => elements.filter(({ name }) => name === wanted);

  it('is OpenSearch 1.1', () => {
    expect(elements[0]?.name).toBe('OpenSearchDescription');
    expect(new Set(elements.map(({ uri }) => uri))).toEqual(new Set(['http://a9.com/-/spec/opensearch/1.1/']));
    const [shortName, description] = [named('ShortName'), named('Description')];
    expect([shortName, description].map(({ length }) => length)).toEqual([1, 1]);
    expect(shortName[0]?.text).toMatch(/^.{1,16}$/u);
    expect(description[0]?.text).toMatch(/^.{1,1024}$/u);
    expect(named('Language').map(({ text }) => text)).toEqual([locale]);
    expect(named('InputEncoding').map(({ text }) => text)).toEqual(['UTF-8']);
  });

  it('leads to the page of the search with the words filled in', () => {
    const address = `https://customer-atlas.example/${locale}/search/?q={searchTerms}`;
    expect(named('Url').map(({ attributes }) => attributes)).toEqual([{ type: 'text/html', template: address }]);
    const [image] = named('Image');
    expect(existsSync(join(folder, new URL(image?.text ?? '').pathname))).toBe(true);
  });

  it('is named by the pages of the language', () => {
    const home = read(`/${locale}/index.html`).toString();
    expect(home).toMatch(
      new RegExp(
        `<link rel="search" type="application/opensearchdescription\\+xml" href="/opensearch\\.${locale}\\.xml"`,
      ),
    );
  });
});
