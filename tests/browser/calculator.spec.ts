import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const result = (page: Page) => page.locator('output[name=ltv]');
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const unrounded = async (page: Page) => Number(await result(page).getAttribute('data-value'));

test.describe('numbers as people type them', () => {
  for (const [typed, shown] of [
    ['１２．５', '$200'],
    ['12万', '$1,920,000'],
    ['1.5億', '$2,400,000,000'],
    ['¥1,200', '$19,200'],
    ['1200', '$19,200'],
  ] as const) {
    test(`${typed} as revenue gives ${shown}`, async ({ page }) => {
      await page.goto('/en/calculators/ltv/');
      await field(page, 'Average revenue per account').fill(typed);
      await expect(result(page)).toHaveText(shown);
    });
  }

  test('what can be read in two ways is refused, both readings are offered, and nothing typed is lost', async ({
    page,
  }) => {
    await page.goto('/en/calculators/ltv/');
    await field(page, 'Average revenue per account').fill('12,5');
    await field(page, 'Gross margin').focus();
    await expect(field(page, 'Average revenue per account')).toHaveValue('12,5');
    await expect(field(page, 'Average revenue per account')).toHaveAccessibleDescription(/more than one way/);
    await expect(result(page)).not.toHaveAttribute('data-value', /./);
    await expect(page.getByRole('button', { name: '125' })).toBeVisible();
    await page.getByRole('button', { name: '12.5', exact: true }).click();
    await expect(result(page)).toHaveText('$200');
  });

  for (const [typed, said] of [
    ['abc', 'This is not a number'],
    ['', 'Enter a number'],
    ['5%', 'A percentage does not fit here'],
    ['9'.repeat(60), 'too large'],
  ] as const) {
    test(`${typed.slice(0, 9) || 'nothing'} is answered with a sentence`, async ({ page }) => {
      await page.goto('/en/calculators/ltv/');
      await field(page, 'Average revenue per account').fill(typed);
      await expect(page.locator('.problem').first()).toContainText(said);
      await expect(field(page, 'Average revenue per account')).toHaveAttribute('aria-invalid', 'true');
    });
  }

  test('arrow keys step by what suits the number', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await expect(field(page, 'Churn per month')).toBeEnabled();
    await field(page, 'Churn per month').press('ArrowUp');
    await expect(field(page, 'Churn per month')).toHaveValue('5.1');
    await field(page, 'Churn per month').press('ArrowDown');
    await field(page, 'Churn per month').press('ArrowDown');
    await expect(field(page, 'Churn per month')).toHaveValue('4.9');
  });
});

test.describe('where there is no number', () => {
  test('zero churn is explained, and the other model still answers', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await field(page, 'Churn per month').fill('0');
    await expect(result(page)).toContainText('no finite lifetime value');
    await expect(page.getByText(/Infinity|NaN/)).toHaveCount(0);
    await page.getByRole('radio', { name: /Discounted/ }).check();
    await expect(result(page)).toHaveText(/^\$[\d,]+$/);
  });

  test('growth that outruns churn has a value within the horizon and a sentence about the rest', async ({ page }) => {
    await page.goto(
      '/en/calculators/ltv/#v=1&model=discounted&arpa=100&grossMargin=1&churn=0.02&expansion=0.03&annualDiscountRate=0&horizonMonths=36',
    );
    await expect(result(page)).toHaveText('$4,260');
    expect(await unrounded(page)).toBeCloseTo(4260.490822180904, 6);
    await expect(page.getByText('Without a horizon there is no finite value')).toBeVisible();
    await expect(page.locator('output[name=ltvWithoutHorizon]')).not.toHaveAttribute('data-value', /./);
  });
});

test('the discounted model gives the published number, its steps and its table', async ({ page }) => {
  const annual = 1.01 ** 12 - 1;
  await page.goto(
    `/en/calculators/ltv/#v=1&model=discounted&arpa=100&grossMargin=1&churn=0.05&expansion=0&annualDiscountRate=${annual}&horizonMonths=24`,
  );
  await expect(result(page)).toHaveText('$1,296');
  expect(await unrounded(page)).toBeCloseTo(1296.2328803329908, 6);
  await expect(page.locator('.worked-step > *')).toHaveCount(6);
  await page.getByText('Show the numbers').click();
  await expect(page.getByRole('row').last()).toContainText('24');
  await expect(page.getByRole('row').last()).toContainText('$1,296');
});

test.describe('a link', () => {
  test('carries the state in the fragment, under the names of the fields', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await field(page, 'Churn per month').fill('4');
    await expect(page).toHaveURL(/#v=1&model=simple&arpa=100&grossMargin=0\.8&churn=0\.04&currency=USD$/);
    await page.reload();
    await expect(result(page)).toHaveText('$2,000');
  });

  test('leaves the address alone until something is changed', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await expect(field(page, 'Churn per month')).toBeEnabled();
    await page.waitForTimeout(400);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('that is malformed or hostile is told apart from what it says well', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&arpa=abc&churn=0.04&<script>alert(1)</script>&__proto__=1&model=x');
    await expect(result(page)).toHaveText('$2,000');
    const notice = page.getByText('could not be used and was ignored');
    await expect(notice).toContainText('arpa=abc');
    await expect(notice).toContainText('model=x');
    await expect(page.locator('main script', { hasText: 'alert(1)' })).toHaveCount(0);
  });

  test('of 100,000 characters opens the example and says so', async ({ page }) => {
    await page.goto(`/en/calculators/ltv/#churn=0.5&x=${'x'.repeat(100_000)}`);
    await expect(result(page)).toHaveText('$1,600');
    await expect(page.getByText('could not be used and was ignored')).toBeVisible();
  });

  test('opened over a calculation does not overwrite it: it can be taken back', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await field(page, 'Churn per month').fill('4');
    await expect(page).toHaveURL(/churn=0\.04/);
    await page.evaluate(() => {
      location.hash = 'v=1&arpa=50&grossMargin=0.5&churn=0.5';
    });
    await expect(result(page)).toHaveText('$50');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(result(page)).toHaveText('$2,000');
  });

  test('is shown to be copied by hand when the browser does not allow copying', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('denied')) },
      });
    });
    await page.goto('/en/calculators/ltv/');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(field(page, /Copy it from here/)).toHaveValue(/#v=1&model=simple/);
  });
});

test('an anchor of the page is no calculation: the skip link changes nothing', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await field(page, 'Churn per month').fill('4');
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await expect(result(page)).toHaveText('$2,000');
  await expect(page.getByText('was ignored')).toHaveCount(0);
});

test('a second reset keeps the way back to what the first one replaced', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await field(page, 'Churn per month').fill('4');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(result(page)).toHaveText('$2,000');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused();
});

test('a churn typed as a ratio is taken as typed, and the percentage is offered', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await field(page, 'Churn per month').fill('0.05');
  await expect(result(page)).toHaveText('$160,000');
  await page.getByRole('button', { name: '5%' }).click();
  await expect(result(page)).toHaveText('$1,600');
  await expect(field(page, 'Churn per month')).toBeFocused();
});

test('absurd values get a sentence and break nothing', async ({ page }) => {
  await page.goto('/en/calculators/ltv/#v=1&model=discounted&arpa=9007199254740991&expansion=999');
  await expect(result(page)).toContainText('beyond what can be calculated');
  await page.goto('/en/');
  await page.goto('/en/calculators/ltv/#v=1&arpa=123456789000&grossMargin=0.8&churn=0.01');
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(result(page)).toHaveText('$9.88T');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a reset can be undone', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await field(page, 'Average revenue per account').fill('250');
  await field(page, 'Churn per month').fill('2');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(result(page)).toHaveText('$1,600');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(result(page)).toHaveText('$10,000');
  await expect(field(page, 'Average revenue per account')).toHaveValue('250');
});

test('what is typed between Reset and Undo is not lost', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await field(page, 'Churn per month').fill('4');
  await page.getByRole('button', { name: 'Reset' }).click();
  await field(page, 'Churn per month').fill('8');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(field(page, 'Churn per month')).toHaveValue('4');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Churn per month')).toHaveValue('8');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field(page, 'Churn per month')).toHaveValue('4');
});

test('the whole calculation works by keyboard alone', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await expect(field(page, 'Churn per month')).toBeEnabled();
  await page.getByRole('radio', { name: /Simple/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Discounted/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Which model should I choose?')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'What is Average revenue per account?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field(page, 'Average revenue per account')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('200');
  await expect(result(page)).toHaveText(/^\$2,/);
  await page.getByRole('button', { name: 'Reset' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(field(page, 'Average revenue per account')).toHaveValue('200');
});

test.describe('a slider', () => {
  test('agrees with its field, and arrow keys step finely', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    const slider = page.getByRole('slider', { name: 'Churn per month' });
    await expect(slider).toHaveAttribute('aria-valuetext', '5 %');
    await expect(slider).toBeEnabled();
    await slider.press('ArrowRight');
    await expect(field(page, 'Churn per month')).toHaveValue('5.1');
    await slider.press('ArrowLeft');
    await slider.press('ArrowLeft');
    await expect(field(page, 'Churn per month')).toHaveValue('4.9');
    await slider.fill('500');
    await expect(field(page, 'Churn per month')).toHaveValue('15');
    await field(page, 'Churn per month').fill('3');
    await expect(slider).toHaveValue('100');
  });

  test('stops at its end while the field takes more', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await field(page, 'Churn per month').fill('80');
    await expect(page.getByRole('slider', { name: 'Churn per month' })).toHaveValue('1000');
    await expect(result(page)).toHaveText('$100');
  });
});

test.describe('scenarios', () => {
  const second = (page: Page) => page.getByRole('group', { name: 'Scenario 2' });

  test('stand side by side, with their differences from the first', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await page.getByRole('button', { name: 'Add a scenario' }).click();
    await second(page).getByRole('textbox', { name: 'Churn per month' }).fill('4');
    await expect(page.locator('output[name=ltv]')).toHaveText('$1,600');
    await expect(page.locator('output[name="2.ltv"]')).toHaveText('$2,000');
    await expect(page.getByRole('row', { name: /^Lifetime value/ })).toContainText('+$400 (+25%)');
    await expect(page).toHaveURL(/2\.churn=0\.04/);
    await page.reload();
    await expect(page.locator('output[name="2.ltv"]')).toHaveText('$2,000');
  });

  test('are named, copied up to four, moved and removed', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&2.churn=0.04&2.name=Better');
    await page.getByRole('button', { name: 'Duplicate Better' }).click();
    await page.getByRole('textbox', { name: 'Name of Scenario 3' }).fill('Best');
    await page.getByRole('group', { name: 'Best' }).getByRole('textbox', { name: 'Churn per month' }).fill('2');
    await page.getByRole('button', { name: 'Move Best to the left' }).click();
    await expect(page.getByRole('columnheader')).toHaveText(['Scenario 1', 'Best', 'Better']);
    await page.getByRole('button', { name: 'Duplicate Best' }).click();
    await expect(page.getByRole('button', { name: 'Add a scenario' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Duplicate Best' })).toBeDisabled();
    await page.getByRole('button', { name: 'Remove Better' }).click();
    await page.getByRole('button', { name: 'Remove Scenario 1' }).click();
    await page.getByRole('button', { name: 'Remove Best' }).click();
    await expect(page.locator('output[name=ltv]')).toHaveText('$4,000');
  });

  test('that cannot be worked out say why beside those that can', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&2.churn=0');
    await expect(page.locator('output[name=ltv]')).toHaveText('$1,600');
    await expect(page.getByText(/^Scenario 2: .*no finite lifetime value/)).toBeVisible();
  });
});

test('a cost gives the ratio and both paybacks, and its steps', async ({ page }) => {
  await page.goto('/en/calculators/ltv/#v=1&arpa=100&grossMargin=0.8&churn=0.02&cac=1200');
  await expect(page.locator('output[name=ltvToCac]')).toHaveText('3.33');
  await expect(page.locator('output[name=paybackMonths]')).toHaveText('15 months');
  const withChurn = await page.locator('output[name=paybackMonthsWithChurn]').getAttribute('data-value');
  expect(Number(withChurn)).toBeCloseTo(17.654809, 6);
});

test('a currency of one’s own stands behind the numbers, in the link too', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('Other …');
  await field(page, 'Sign or code').fill('pt');
  await expect(result(page)).toHaveText('1,600\u00a0pt');
  await expect(page).toHaveURL(/currency=pt$/);
});

test.describe('where thinking goes wrong', () => {
  test('a warning says so and leads to the term', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&churn=0.4');
    const warning = page.getByRole('complementary', { name: 'Worth a second look' });
    await expect(warning).toContainText('40% a month means 99.8% a year');
    await expect(warning.getByRole('link')).toHaveAttribute('href', '/en/terms/churn-rate/');
  });
});
