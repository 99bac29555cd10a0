import type { Page } from '@playwright/test';
import { templateNames } from '../../src/lib/journey-map/template-names.ts';
import { barriersOn } from './barriers.ts';
import { expect, test } from './test.ts';

async function open(page: Page, template: string, view: string, language = 'en') {
  await page.goto(`/${language}/journey-map/#template=${template}`);
  await page.getByRole('button', { name: view, exact: true }).click();
}

for (const name of templateNames) {
  test(`the map ${name} opens from a link in both languages`, async ({ page }) => {
    for (const language of ['en', 'ja']) {
      await page.goto('about:blank');
      await page.goto(`/${language}/journey-map/#template=${name}`);
      await expect(page.locator('table').first()).toBeVisible();
    }
  });
}

test('the term page leads to a map to change', async ({ page }) => {
  await page.goto('/en/terms/customer-journey-map/');
  await page.getByRole('link', { name: 'Change a coffee shop’s map into yours' }).click();
  await expect(page.getByRole('columnheader', { name: /Comes in and orders/ })).toBeVisible();
});

test('the analysis names the steepest fall and leads to the cards of the stage', async ({ page }) => {
  await open(page, 'saas', 'Analysis');
  await expect(page.getByText('Feeling falls most from “Signs up” (+2) to “Sets it up” (−2).')).toBeVisible();
  await page.getByRole('button', { name: 'Show “Sets it up” in the table' }).first().click();
  await expect(page.locator('table :focus')).toContainText('Copies 45 names');
  await page.getByRole('button', { name: 'Analysis', exact: true }).click();
  const best = page.getByRole('listitem').filter({ hasText: 'value 5, effort 2 (shares its rank)' });
  await expect(best).toHaveAttribute('value', '1');
});

test('a stage’s churn is told in lifetime value, and its survey as a score with its interval', async ({ page }) => {
  await open(page, 'saas', 'Analysis');
  const field = (name: string) => page.locator(`input[name="${name}"]`);
  await field('arpa').fill('100');
  await field('grossMargin').fill('80');
  await expect(page.getByText('Enter revenue, gross margin and churn to see')).toBeVisible();
  await field('churn').fill('5');
  await field('churn-set-up').fill('2');
  await expect(page.locator('output[name="ltv"]')).toHaveAttribute('data-value', '1600');
  await expect(page.locator('output[name="onePointLess"]')).toHaveAttribute('data-value', '400');
  await expect(page.locator('output[name="gain-set-up"]')).toHaveText(
    'If nobody were lost here, a customer would be worth $2,667: $1,067 more.',
  );
  await field('promoters-renewal').fill('50');
  await field('passives-renewal').fill('30');
  await field('detractors-renewal').fill('20');
  await expect(page.locator('output[name="nps-renewal"]')).toHaveText(
    'NPS +30; 95% confidence interval from +14 to +44.',
  );
  expect(await barriersOn(page)).toEqual([]);
});

test('what cannot be is said at the field, and stays as typed', async ({ page }) => {
  await open(page, 'saas', 'Analysis');
  const churn = page.locator('input[name="churn-set-up"]');
  await churn.fill('120');
  await expect(churn).toHaveAttribute('aria-invalid', 'true');
  await expect(churn).toHaveAccessibleDescription('Enter a percentage from 0 to 100.');
  await expect(churn).toHaveValue('120');
  await page.locator('input[name="promoters-renewal"]').fill('1.5');
  await expect(page.getByText('Enter a whole number of answers, 0 or more.')).toBeVisible();
  await churn.fill('4');
  await page.locator('input[name="arpa"]').fill('100');
  await page.locator('input[name="grossMargin"]').fill('80');
  await page.locator('input[name="churn"]').fill('3');
  await expect(page.locator('input[name="churn"]')).toHaveAccessibleDescription(/The stages lose more customers/);
});

test('personas are added, reordered and removed by single clicks, and the focus is never lost', async ({ page }) => {
  await open(page, 'b2b-purchase', 'Details');
  const groups = page.locator('fieldset');
  await page.getByRole('button', { name: 'Add a persona' }).click();
  await expect(page.getByRole('group', { name: 'Persona 3' }).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Olga, IT');
  await page.getByRole('group', { name: 'Olga, IT' }).getByLabel('Goals').fill('Nothing to undo later\n\nOne login');
  await page.getByRole('button', { name: 'Move up: Olga, IT' }).click();
  await expect(page.getByRole('button', { name: 'Move up: Olga, IT' })).toBeFocused();
  await expect(groups.nth(1)).toHaveAccessibleName('Olga, IT');
  await expect(groups.nth(1).getByLabel('Goals')).toHaveValue('Nothing to undo later\nOne login');
  await page.getByRole('button', { name: 'Delete: Olga, IT' }).click();
  await expect(page.getByRole('button', { name: 'Add a persona' })).toBeFocused();
  await expect(groups).toHaveCount(2);
});

test('a field is explained by the glossary, with the way to the page', async ({ page }) => {
  await open(page, 'coffee-shop', '詳細', 'ja');
  await page.getByLabel('「カスタマージャーニーマップ」とは').click();
  const explanation = page.locator('.field-help[open]');
  await expect(explanation.getByRole('link')).toHaveAttribute('href', '/ja/terms/customer-journey-map/');
  await expect(explanation).toContainText('1枚に描いた図です。');
  expect(await barriersOn(page)).toEqual([]);
});
