import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import promised from '../fixtures/promised-slugs.json' with { type: 'json' };
import { expect, test } from './test.ts';

interface GuideData {
  readonly order: number;
  readonly sections: readonly string[];
}

const guides = promised.guides.map((slug) => {
  const file = new URL(`../../src/content/guides/${slug}/guide.yaml`, import.meta.url);
  return { slug, ...(load(readFileSync(file, 'utf8')) as GuideData) };
});

for (const [locale, label] of [
  ['en', 'Guides'],
  ['ja', '読みもの'],
] as const) {
  test(`from the top of any page in ${locale}, two clicks lead to a guide, a third to any of its sections`, async ({
    page,
  }) => {
    const first = guides.find(({ order }) => order === 1);
    await page.goto(`/${locale}/terms/cs/`);
    await page.getByRole('banner').getByRole('link', { name: label }).click();
    const links = page.locator('main ol a');
    await expect(links).toHaveCount(guides.length);
    await links.first().click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/guides/${first?.slug}/$`));
    const contents = page.locator('nav[aria-labelledby=guide-contents] a');
    await expect(contents).toHaveCount(first?.sections.length ?? 0);
    const heading = (await contents.last().textContent()) ?? '';
    await contents.last().click();
    await expect(page).toHaveURL(new RegExp(`#${first?.sections.at(-1)}$`));
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeInViewport();
  });

  test(`every section of every guide in ${locale} stands at its anchor`, async ({ page }) => {
    for (const { slug, sections } of guides) {
      await page.goto(`/${locale}/guides/${slug}/`);
      const anchors = await page.locator('.prose > h2').evaluateAll((headings) => headings.map(({ id }) => id));
      expect(anchors.filter((id) => id !== 'sources' && id !== 'check')).toEqual(sections);
    }
  });
}

test.describe('the check of one’s own product', () => {
  const path = '/en/guides/retention-model-self-assessment/';
  const outcome = '.outcome p:visible';

  test('asks for every answer, then says what they come to, by keyboard', async ({ page }) => {
    await page.goto(path);
    const questions = page.locator('.conditions fieldset');
    await expect(page.locator(outcome)).toHaveText(/^Answer every question/);
    await questions.first().getByRole('radio', { name: 'Yes' }).focus();
    for (let question = 0; question < (await questions.count()); question += 1) {
      await page.keyboard.press('Space');
      await expect(questions.nth(question).getByRole('radio', { name: 'Yes' })).toBeChecked();
      await page.keyboard.press('Tab');
    }
    const met = await page.locator('.outcome .met').textContent();
    await expect(page.locator(outcome)).toHaveText(met ?? '');
    await questions.nth(1).getByRole('radio', { name: 'Yes' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator(outcome)).toHaveText((await page.locator('.outcome .unmet').textContent()) ?? '');
    await expect(questions.nth(1).locator('.missing')).toBeVisible();
    await expect(questions.first().locator('.missing')).toBeHidden();
  });

  test('prints every question with what follows from each answer, and no answer of its own', async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const questions = await page.locator('.conditions fieldset').count();
    await expect(page.locator('.conditions .missing:visible', { hasText: 'If no:' })).toHaveCount(questions);
    await expect(page.locator(outcome)).toHaveText([/^All yes:/, /^A no:/]);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });
    test('works as well', async ({ page }) => {
      await page.goto(path);
      await page.locator('.conditions fieldset').nth(2).getByRole('radio', { name: 'No' }).check();
      await expect(page.locator('.outcome .unmet')).toBeVisible();
    });
  });
});
