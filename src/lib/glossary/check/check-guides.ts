import { locales } from '../../i18n/locales.ts';
import { authorSections, templateSections } from '../sections.ts';
import type { ReadGuide } from './check-entries.ts';
import type { Problem } from './problem.ts';

/** Anchors that mean something on pages of every kind, or by which a search names a section of a term. */
const takenAnchors = new Set<string>([...authorSections, ...templateSections]);
/** A heading is looked up by its text: it has to be plain. */
const isPlain = (text: string) => !/[&<>`*_[\]]|^\s|\s$/.test(text);

function checkSections({ file, data: { sections = [] } }: ReadGuide): Problem[] {
  return sections.flatMap((id, index): Problem[] => {
    const field = `sections[${index + 1}]`;
    if (takenAnchors.has(id))
      return [{ file, field, wrong: `"${id}" is the anchor of a section of other pages`, mend: 'Choose another.' }];
    if (sections.indexOf(id) !== index)
      return [{ file, field, wrong: `"${id}" is there twice`, mend: 'Give every section an anchor of its own.' }];
    return [];
  });
}

function checkTexts({ data: { sections }, pages }: ReadGuide): Problem[] {
  if (!sections) return [];
  return locales.flatMap((locale) => {
    const page = pages[locale];
    if (!page) return [];
    const { file, headings } = page;
    const deeper = headings.filter(({ depth }) => depth !== 2);
    return [
      ...deeper.map(({ depth, text }) => ({
        file,
        field: `heading "${text}"`,
        wrong: `is a heading of level ${depth}`,
        mend: 'Use level 2 (##) only.',
      })),
      ...headings
        .filter(({ text }, index) => !isPlain(text) || headings.findIndex((other) => other.text === text) !== index)
        .map(({ text }) => ({
          file,
          field: `heading "${text}"`,
          wrong: 'is there twice or is no plain text',
          mend: 'Give every section a heading of its own, without marks.',
        })),
      ...(headings.length === sections.length
        ? []
        : [
            {
              file,
              field: 'headings',
              wrong: `are ${headings.length}; guide.yaml has ${sections.length} sections`,
              mend: 'Give every section one heading, in the same order.',
            },
          ]),
    ];
  });
}

function checkOrder(guides: readonly ReadGuide[]): Problem[] {
  return guides.flatMap(({ file, data: { order } }, index): Problem[] => {
    const first = guides.findIndex((other) => other.data.order === order);
    if (order === undefined || first === index) return [];
    const wrong = `${order} is also the place of ${guides[first]?.slug}`;
    return [{ file, field: 'order', wrong, mend: 'Give every guide a place of its own.' }];
  });
}

/** Guides: a place for each, sections with anchors of their own, and a heading for each in every language. */
export function checkGuides(guides: readonly ReadGuide[]): Problem[] {
  return [...checkOrder(guides), ...guides.flatMap((guide) => [...checkSections(guide), ...checkTexts(guide)])];
}
