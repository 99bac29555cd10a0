import type { Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { expect, test } from './test.ts';

const output = (page: Page, name: string) => page.locator(`output[name="${name}"]`);
const unrounded = async (page: Page, name: string) => Number(await output(page, name).getAttribute('data-value'));
const open = async (page: Page, parameters: string, language: 'en' | 'ja' = 'en') => {
  await page.goto(`/${language}/calculators/nps/#v=1&${parameters}`);
  await expect(page.locator('fieldset').first()).toBeEnabled();
};

/** Pastes as from a spreadsheet: the clipboard of a test browser is not to be relied on. */
async function paste(page: Page, field: string, text: string) {
  await page.locator(field).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** A survey with two segments that differ, four months of which the last is better. */
function surveyFile(): string {
  const lines = ['date,segment,score'];
  const add = (date: string, segment: string, scores: readonly number[]) => {
    for (const score of scores) lines.push(`${date},${segment},${score}`);
  };
  const times = (count: number, ...scores: number[]) => Array.from({ length: count }, () => scores).flat();
  for (const month of ['2026-05', '2026-06', '2026-07']) {
    add(`${month}-03`, 'Small', times(20, 3, 8, 9));
    add(`${month}-20`, 'Large', times(20, 0, 7, 10, 10, 9));
  }
  add('2026-08-01', 'Small', times(30, 9, 10));
  add('2026-08-02', 'Large', times(30, 9, 10));
  return lines.join('\n');
}

async function readFile(page: Page, content: string) {
  await page
    .locator('.table-reader input[type=file]')
    .setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Read the table' }).click();
  await expect(page.locator('.answers-used')).toContainText('survey.csv');
}

test.describe('NPS from counts', () => {
  test('three counts give the score, its interval in words, and how the answers spread', async ({ page }) => {
    await open(page, 'model=groups&promoters=50&passives=30&detractors=20');
    await expect(output(page, 'nps')).toHaveText('+30');
    expect(await unrounded(page, 'npsLower')).toBeCloseTo(0.140511, 5);
    await expect(page.getByText('may lie between +14 and +44')).toBeVisible();
    await expect(page.getByRole('img', { name: /Detractors 20%, Passives 30%, Promoters 50%/ })).toBeVisible();
    await expect(
      page.locator('.results').getByRole('link', { name: 'Lower end of the 95% confidence interval' }),
    ).toHaveAttribute('href', '/en/terms/net-promoter-score/');
  });

  test('a row of eleven numbers pasted into the first field fills all of them', async ({ page }) => {
    await open(page, 'model=ratings');
    await paste(page, 'input[name=rating0]', '0\t6\t5\t12\t12\t44\t52\t160\t419\t467\t1,841');
    await expect(page.locator('input[name=rating10]')).toHaveValue('1,841');
    await expect(page.getByText('11 fields filled.')).toBeVisible();
    await expect(output(page, 'answers')).toHaveText('3,018');
    expect(await unrounded(page, 'nps')).toBeCloseTo(0.721339, 6);
    await expect(page.getByText('the scale may have been 1 to 10')).toBeVisible();
  });

  test('a field that is wrong is named, by keyboard it is mended', async ({ page }) => {
    await open(page, 'model=ratings');
    const field = page.getByRole('textbox', { name: 'answers of 3', exact: true });
    await field.fill('three');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/^answers of 3: This is not a number/i);
    await field.fill('3');
    await field.press('ArrowUp');
    await expect(field).toHaveValue('4');
    await expect(output(page, 'nps')).toHaveAttribute('data-value', /./);
  });

  test('few answers, and few of those asked, are warned about', async ({ page }) => {
    await open(page, 'model=groups&promoters=5&passives=3&detractors=2&invited=100', 'ja');
    await expect(page.getByText('最大20ポイント動きます')).toBeVisible();
    await expect(page.getByText('尋ねた人の90%は答えていません')).toBeVisible();
  });
});

test.describe('two surveys', () => {
  test('have a plain verdict, with the difference, its interval and the p-value', async ({ page }) => {
    await open(page, 'model=groups&promoters=40&passives=30&detractors=30&2.promoters=50&2.detractors=20');
    await expect(page.getByText('within what chance alone would give.')).toBeVisible();
    expect(await unrounded(page, '2.difference')).toBeCloseTo(0.2, 9);
    expect(await unrounded(page, '2.pValue')).toBeCloseTo(0.0832158675, 7);
    await page.locator('input[name="2.promoters"]').fill('500');
    await expect(page.getByText('unlikely to be chance alone')).toBeVisible();
  });

  test('of satisfaction are compared by their shares', async ({ page }) => {
    const counts = 'rating1=10&rating2=10&rating3=12&rating4=30&rating5=18';
    await open(page, `model=csat&${counts}&2.rating1=4&2.rating2=4&2.rating3=6&2.rating5=26`);
    expect(await unrounded(page, '2.pValue')).toBeCloseTo(0.008045, 6);
  });
});

test.describe('NPS from answers', () => {
  test('scores in any writing are counted, what is none is told, and the link holds them', async ({ page }) => {
    await open(page, 'model=answers');
    await page.getByRole('textbox', { name: 'Paste your scores' }).fill('10, 9, 9 １０\n7 3 n/a 11');
    await page.getByRole('button', { name: 'Count these scores' }).click();
    await expect(page.getByText('6 scores counted. 2 entries are no whole numbers')).toBeVisible();
    await expect(output(page, 'nps')).toHaveText('+50');
    await expect(page).toHaveURL(/counts=0,0,0,1,0,0,0,1,0,2,2/);
    await page.reload();
    await expect(output(page, 'nps')).toHaveText('+50');
  });

  test('a file gives trend and segments, each with a verdict that counts all comparisons', async ({ page }) => {
    await open(page, 'model=answers');
    await readFile(page, surveyFile());
    await expect(output(page, 'answers')).toHaveText('600');
    await expect(page.getByRole('heading', { name: 'Over time' })).toBeVisible();
    await expect(
      page.getByRole('img', { name: /Unlikely to be chance alone is the change to: Aug 2026/ }),
    ).toBeVisible();
    await page.getByRole('combobox', { name: 'By' }).selectOption('Year');
    await expect(page.getByRole('img', { name: /All answers fall into 2026/ })).toBeVisible();
    const segments = page.locator('section', { has: page.getByRole('heading', { name: 'Segments' }) });
    await expect(segments.getByRole('row')).toHaveCount(3);
    await expect(segments.getByText('Corrected for 2 comparisons')).toBeVisible();
  });

  test('two periods of a file are compared', async ({ page }) => {
    await open(page, 'model=answers');
    await readFile(page, surveyFile());
    const two = page.locator('section', { has: page.getByRole('heading', { name: 'Two parts compared' }) });
    await two.getByLabel('First period').selectOption('May 2026');
    await two.getByLabel('Second period').selectOption('Jun 2026');
    await expect(two.getByText('Both are the same.')).toBeVisible();
    await two.getByLabel('Second period').selectOption('Aug 2026');
    await expect(two.getByText('unlikely to be chance alone')).toBeVisible();
    await two.getByLabel('Compare').selectOption('segments');
    await expect(two.getByLabel('First segment')).toBeVisible();
  });

  test('a scale that seems to have had no 0 is asked about, and said with the score', async ({ page }) => {
    await open(page, 'model=answers');
    await page.getByRole('button', { name: 'Six surveys of a software community' }).click();
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(output(page, 'answers')).toHaveText('6,397');
    await expect(page.getByText('the scale may have been 1 to 10')).toBeVisible();
    await page.getByRole('radio', { name: '1 to 10' }).check();
    await expect(page.getByText('the scale may have been 1 to 10')).toHaveCount(0);
    await expect(page.getByText('do not compare it with scores from 0 to 10')).toBeVisible();
  });

  test('a file that cannot be read leaves the answers as they were', async ({ page }) => {
    await open(page, 'model=answers&counts=0,0,0,1,0,0,0,1,0,2,2');
    await page
      .locator('.table-reader input[type=file]')
      .setInputFiles({ name: 'book.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004rest') });
    await expect(page.locator('.table-reader').getByRole('alert')).toBeVisible();
    await expect(output(page, 'nps')).toHaveText('+50');
  });

  test('axe finds nothing in its views', async ({ page }) => {
    await open(page, 'model=answers');
    await readFile(page, surveyFile());
    await expect(page.getByRole('heading', { name: 'Two parts compared' })).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
  });
});

test.describe('other scores', () => {
  test('are chosen by keyboard; each says which way is better, and the two effort scores never to compare', async ({
    page,
  }) => {
    await open(page, 'model=groups');
    await expect(page.getByRole('radio', { name: 'NPS', exact: true })).toBeEnabled();
    await page.getByRole('radio', { name: 'NPS', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(output(page, 'satisfiedShare')).toHaveAttribute('data-value', /./);
    await expect(page.getByText('The higher, the better.')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Do not compare it with numbers of the version of 2010')).toBeVisible();
    await page.getByRole('radio', { name: /Effort, 1 to 5/ }).check();
    await expect(output(page, 'highEffortShare')).toHaveAttribute('data-value', /./);
    await expect(page.getByText('The lower, the better.')).toBeVisible();
  });

  test('the published satisfaction score has its Wilson interval', async ({ page }) => {
    await open(page, 'model=csat&rating1=5&rating2=10&rating3=20&rating4=40&rating5=25');
    await expect(output(page, 'satisfiedShare')).toHaveText('65%');
    expect(await unrounded(page, 'shareLower')).toBeCloseTo(0.5525444328825, 9);
    expect(await unrounded(page, 'meanRating')).toBeCloseTo(3.7, 9);
  });
});

test('how many answers are needed: for a margin, for a change, and what a small customer base can give', async ({
  page,
}) => {
  await open(page, 'model=sample-size&promoterShare=0.5&detractorShare=0.2&npsMargin=0.1&responseRate=0.2');
  await expect(output(page, 'answersNeeded')).toHaveText('232');
  await expect(output(page, 'invitationsNeeded')).toHaveText('1,160');
  await expect(output(page, 'answersForChange')).toHaveText('903');
  await page.getByRole('textbox', { name: /people you can ask/ }).fill('100');
  await expect(page.getByText('ask everyone, and read the answers')).toBeVisible();
  await page.getByRole('textbox', { name: /^change to notice/ }).fill('90');
  await expect(output(page, 'answersForChange')).toContainText('cannot change by so much');
});

for (const language of ['en', 'ja'] as const) {
  test(`nothing is wider than a phone, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, 'model=answers', language);
    await page.locator('.table-examples button').first().click();
    await page.getByRole('button', { name: /Read the table|表を読み込む/ }).click();
    await expect(page.locator('.two-compared')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
