import { locales } from '../../i18n/locales.ts';
import { templateSections } from '../sections.ts';
import type { ReadGuide } from './check-entries.ts';
import type { Problem } from './problem.ts';

const templateAnchors = new Set<string>(templateSections);

function checkSections({ file, data: { sections = [] } }: ReadGuide): Problem[] {
  return sections.flatMap((id, index): Problem[] => {
    const field = `sections[${index + 1}]`;
    if (templateAnchors.has(id))
      return [{ file, field, wrong: `"${id}" is the anchor of a part of every page`, mend: 'Choose another.' }];
    if (sections.indexOf(id) !== index)
      return [{ file, field, wrong: `"${id}" is there twice`, mend: 'Give every section an anchor of its own.' }];
    return [];
  });
}

function checkTexts({ data: { sections }, texts, pages }: ReadGuide): Problem[] {
  if (!sections) return [];
  return locales.flatMap((locale) => {
    const page = pages[locale];
    if (!page) return [];
    const { file, headings } = page;
    const deeper = headings.filter(({ depth }) => depth !== 2);
    const unknown = Object.keys(texts[locale]?.asked ?? {}).filter((id) => ![...sections, 'definition'].includes(id));
    return [
      ...deeper.map(({ depth, text }) => ({
        file,
        field: `heading "${text}"`,
        wrong: `is a heading of level ${depth}`,
        mend: 'Use level 2 (##) only.',
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
      ...unknown.map((id) => ({
        file,
        field: `asked.${id}`,
        wrong: 'is no section of this guide',
        mend: `Use one of: definition, ${sections.join(', ')}.`,
      })),
    ];
  });
}

/** Guides: sections with anchors of their own, and a heading for each in every language. */
export function checkGuides(guides: readonly ReadGuide[]): Problem[] {
  return guides.flatMap((guide) => [...checkSections(guide), ...checkTexts(guide)]);
}
