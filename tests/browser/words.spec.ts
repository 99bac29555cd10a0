import { barriersOn } from './barriers.ts';
import { expect, kindsOfTerms, metricCount, test } from './test.ts';

test('a visitor finds 解約率 by its reading, learns what it is not, follows it to LTV and shares a calculation', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/ja/');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('かいやくりつ');
  const first = page.locator('#search-results li').first();
  await expect(first.getByRole('link')).toHaveText('解約率');
  await expect(first).toContainText('読み：かいやくりつ');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/ja\/terms\/churn-rate\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('解約率');
  await expect(page.locator('#confusions')).toHaveText('混同しやすい言葉');
  await page.locator('main').getByRole('link', { name: '顧客生涯価値', exact: true }).first().click();
  await expect(page).toHaveURL(/\/ja\/terms\/customer-lifetime-value\/$/);
  await page.locator('aside').getByRole('link', { name: '顧客生涯価値（LTV）の計算' }).click();

  const ltv = page.locator('output[name=ltv]');
  await expect(ltv).toHaveText('¥160,000');
  await page.locator('input[name=churn]').fill('４％');
  await expect(ltv).toHaveText('¥200,000');
  await page.getByRole('button', { name: 'リンクをコピー' }).click();
  await expect(page.getByText('リンクをコピーしました')).toBeVisible();

  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('output[name=ltv]')).toHaveText('¥200,000');
});

test.describe('the language switch', () => {
  test('keeps the page and the section the reader has reached', async ({ page }) => {
    await page.goto('/en/terms/churn-rate/');
    await page.locator('#mistakes').evaluate((heading) => heading.scrollIntoView());
    // With the mouse: a click by locator would first scroll the header that stays in view "into view".
    const box = await page.getByRole('banner').getByRole('link', { name: '日本語' }).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await expect(page).toHaveURL(/\/ja\/terms\/churn-rate\/#mistakes$/);
    await expect(page.locator('#mistakes')).toBeInViewport();
  });

  test('keeps the calculation and the search', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&arpa=250&grossMargin=0.5&churn=0.1&currency=EUR');
    await expect(page.locator('output[name=ltv]')).toHaveText('€1,250');
    await page.getByRole('banner').getByRole('link', { name: '日本語' }).click();
    await expect(page.locator('output[name=ltv]')).toHaveText('€1,250');
    await page.goto('/ja/search/?q=NPS');
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/search\/\?q=NPS$/);
    await expect(page.locator('#search-results a').first()).toHaveText('Net Promoter Score');
  });

  test('is remembered by the front page', async ({ page }) => {
    await page.goto('/en/');
    await page.getByRole('banner').getByRole('link', { name: '日本語' }).click();
    await expect(page).toHaveURL(/\/ja\/$/);
    await page.goto('/');
    await expect(page).toHaveURL(/\/ja\/$/);
  });
});

test.describe('the front page', () => {
  test.use({ locale: 'ja-JP' });
  test('takes a first-time visitor to the language of the browser, and asks when told to', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/ja\/$/);
    await page.goto('/#choose');
    await expect(page.getByRole('link', { name: 'English' })).toBeVisible();
  });
});

test.describe('the preview of a linked term', () => {
  const link = 'main p a[href="/en/terms/customer-lifetime-value/"]';
  test('shows its definition on hover, can be hovered into, and goes with Escape', async ({ page }) => {
    await page.goto('/en/terms/churn-rate/');
    const preview = page.locator('#preview');
    await page.locator(link).first().hover();
    await expect(preview).toContainText('margin');
    await preview.hover();
    await page.waitForTimeout(400);
    await expect(preview).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });

  test('shows on keyboard focus and describes the link', async ({ page }) => {
    await page.goto('/en/terms/churn-rate/');
    await page.locator(link).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('#preview')).toBeVisible();
    await expect(page.locator(link).first()).toHaveAccessibleDescription(/margin/);
  });

  test.describe('on a screen that is touched', () => {
    test.use({ hasTouch: true, isMobile: true });

    test('shows on keyboard focus also where its script comes late', async ({ page }) => {
      await page.route('**/term-notes*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await route.continue();
      });
      await page.goto('/en/terms/churn-rate/');
      await page.locator(link).first().focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await expect(page.locator('#preview')).toBeVisible();
    });
  });

  test('goes when the pointer leaves, stays off once turned off, and can be turned on again', async ({ page }) => {
    await page.goto('/en/terms/churn-rate/');
    const preview = page.locator('#preview');
    await page.locator(link).first().hover();
    await expect(preview).toBeVisible();
    await page.mouse.move(5, 5);
    await expect(preview).toBeHidden();
    await page.locator(link).first().hover();
    await preview.getByRole('button', { name: /previews off/ }).click();
    await page.reload();
    await page.locator(link).first().hover();
    await page.waitForTimeout(500);
    await expect(preview).toBeHidden();
    await page.getByRole('button', { name: /previews on/ }).click();
    await page.locator(link).first().hover();
    await expect(preview).toBeVisible();
  });
});

test('previews are turned off and on by keyboard, at the end of the page', async ({ page }) => {
  await page.goto('/ja/terms/churn-rate/');
  const choice = page.locator('.switch button');
  await page.keyboard.press('Tab');
  await expect(choice).toBeVisible();
  await choice.press('Enter');
  await expect(choice).toHaveText(/また表示|表示する/);
  await choice.press('Enter');
  await expect(choice).toHaveText(/やめる/);
});

test.describe('the index', () => {
  test('shows one kind of term at a time', async ({ page }) => {
    await page.goto('/ja/terms/');
    await page.getByRole('radio', { name: /指標/ }).check();
    await expect(page.locator('main li[data-kind]:visible')).toHaveCount(metricCount);
    await expect(page.locator('main section:visible h2')).toContainText(['比べて読む', 'か', 'さ', 'な', 'ら']);
    await page.getByRole('radio', { name: /すべて/ }).check();
    await expect(page.locator('main li[data-kind]:visible')).toHaveCount(kindsOfTerms.length);
  });
});

test.describe('on paper', () => {
  test('a term page leaves out what cannot be pressed and adds the definitions of its links', async ({ page }) => {
    await page.goto('/ja/terms/churn-rate/');
    const notes = page.locator('[data-note="customer-lifetime-value"]');
    await expect(notes).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(notes).toBeVisible();
    await expect(page.locator('body > header')).toBeHidden();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a calculation prints its result, its working and its table', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await page.getByRole('textbox', { name: 'Churn per month' }).fill('4');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('output[name=ltv]')).toHaveText('$2,000');
    await expect(page.locator('.working math').first()).toBeVisible();
    await expect(page.getByRole('cell', { name: '$80', exact: true }).first()).toBeVisible();
    await expect(page.locator('.calculator-inputs')).toBeHidden();
  });
});

test('every answer of a self-check says why it is right or wrong', async ({ page }) => {
  await page.goto('/en/terms/churn-rate/');
  const answers = page.locator('.check details');
  const verdicts: string[] = [];
  for (const answer of await answers.all()) {
    await answer.locator('summary').click();
    verdicts.push((await answer.locator('strong').textContent()) ?? '');
  }
  expect(verdicts.filter((verdict) => verdict === 'Right.')).toHaveLength(1);
  expect(verdicts.length).toBeGreaterThanOrEqual(3);
});

test.describe('the map of words', () => {
  test('shows the neighbors of the word that has the focus, and lets them go with Escape', async ({ page }) => {
    await page.goto('/en/map/');
    const word = page.locator('.map [data-term="customer-success"]');
    await word.focus();
    await expect(word).toHaveAttribute('data-shown', 'self');
    const near = (await word.getAttribute('data-near'))?.split(' ') ?? [];
    expect(near.length).toBeGreaterThan(5);
    await expect(page.locator('[data-shown=near]')).toHaveCount(near.length);
    await expect(page.locator('.lines path')).toHaveCount(near.length);
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-shown]')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(page.locator('[data-shown=self]')).toHaveCount(1);
  });

  test('lets the neighbors of the word under the pointer go with Escape, where nothing has the focus', async ({
    page,
  }) => {
    await page.goto('/en/map/');
    await page.locator('.map [data-term="churn-rate"]').hover();
    await expect(page.locator('[data-shown=self]')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-shown]')).toHaveCount(0);
  });

  test('tells neighbors from other words also in colors of the reader’s own', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('/en/map/');
    await page.locator('.map [data-term="churn-rate"]').focus();
    await expect(page.locator('[data-shown=near]').first()).toHaveCSS('outline-style', 'solid');
    const others = page.locator('.map a:not([data-shown])');
    expect(await others.first().evaluate((word) => getComputedStyle(word).outlineStyle)).toBe('none');
  });

  test('shows one kind where it stands, with every word still in the list below', async ({ page }) => {
    await page.goto('/ja/map/');
    await page.getByRole('radio', { name: /指標/ }).check();
    await expect(page.locator('.map li:visible')).toHaveCount(metricCount);
    await expect(page.locator('.list li')).toHaveCount(kindsOfTerms.length);
    const word = page.locator('.map [data-term="churn-rate"]');
    await word.focus();
    await expect(word).toHaveCSS('background-color', await word.evaluate((link) => getComputedStyle(link).borderColor));
    const shown = await page.locator('.map li:visible [data-shown=near]').count();
    expect(shown).toBeGreaterThan(0);
    await expect(page.locator('[data-shown=near]')).toHaveCount(shown);
    await expect(page.locator('.lines path')).toHaveCount(shown);
  });

  test('keeps its lines at their words when the window changes, and all words readable', async ({ page }) => {
    await page.goto('/en/map/');
    const word = page.locator('.map [data-term="churn-rate"]');
    await word.focus();
    await expect(page.locator('word-map[data-shown]')).toBeAttached();
    expect(await barriersOn(page, 'word-map')).toEqual([]);
    await page.setViewportSize({ width: 700, height: 900 });
    const apart = () =>
      word.evaluate((link) => {
        const [path, frame, box] = [
          document.querySelector('.lines path')?.getAttribute('d') ?? '',
          document.querySelector('.map')?.getBoundingClientRect(),
          link.getBoundingClientRect(),
        ];
        const [x = 0, y = 0] = (path.match(/[\d.]+/g) ?? []).map(Number);
        return Math.hypot(
          x + (frame?.left ?? 0) - box.left - box.width / 2,
          y + (frame?.top ?? 0) - box.top - box.height / 2,
        );
      });
    await expect.poll(apart).toBeLessThan(2);
    await page.locator('.map h2').first().hover();
    await expect(word).toHaveAttribute('data-shown', 'self');
  });

  test('is printed whole and with a key, whatever was chosen', async ({ page }) => {
    await page.goto('/ja/map/');
    await page.getByRole('radio', { name: /指標/ }).check();
    await page.locator('.map [data-term="churn-rate"]').focus();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.map li:visible')).toHaveCount(kindsOfTerms.length);
    await expect(page.locator('word-map > p:visible')).toContainText('ビジネスモデル');
    await expect(page.locator('.map [data-term="churn-rate"]')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });
});

test.describe('copying', () => {
  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/ja/terms/churn-rate/');
    await page.getByText('このページを引用する').click();
  });

  test('takes the whole page as Markdown, its link, or how to cite it', async ({ page }) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'ページをMarkdownでコピー' }).click();
    await expect(page.getByText('コピーしました。')).toBeVisible();
    const headings = await page.locator('article :is(h1, h2, h3)').evaluateAll((all) =>
      all.map((heading) => {
        for (const reading of heading.querySelectorAll('rt, rp')) reading.remove();
        return heading.textContent?.trim();
      }),
    );
    expect((await copied()).match(/^#+ .*$/gm)?.map((line) => line.replace(/^#+ /, ''))).toEqual(headings);
    expect(await copied()).toMatch(/^# 解約率\n\n期首/);
    expect(await copied()).toContain('https://customer-atlas.example/ja/terms/churn-rate/');
    await page.getByRole('button', { name: 'リンクをコピー' }).click();
    await expect.poll(copied).toBe('https://customer-atlas.example/ja/terms/churn-rate/');
    await page.getByRole('button', { name: '引用をコピー' }).click();
    await expect.poll(copied).toMatch(/^カスタマーアトラス.*解約率/);
  });

  test('says when it did not work', async ({ page, expectComplaints }) => {
    expectComplaints(/ERR_FAILED/);
    await page.route('**/*.md', (route) => route.abort());
    await page.getByRole('button', { name: 'ページをMarkdownでコピー' }).click();
    await expect(page.getByText('コピーできませんでした。')).toBeVisible();
  });

  test('leads to the text where the browser has no clipboard for a page', async ({ page }) => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'ページをMarkdownでコピー' }).click();
    await expect(page.getByText('コピーできませんでした。')).toBeVisible();
    const address = await page.getByRole('link', { name: 'Markdownを開く' }).getAttribute('href');
    const answer = await page.request.get(address ?? '');
    expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8');
    expect(await answer.text()).toMatch(/^# 解約率\n/);
  });
});

test('a row of the picture of neighbors can be pressed beside its letters', async ({ page }) => {
  await page.goto('/en/terms/customer-success/');
  const rows = page.locator('svg[role=group] a');
  expect(await rows.count()).toBeGreaterThan(5);
  const missed = await rows.evaluateAll((links) =>
    links.flatMap((link) => {
      link.scrollIntoView({ block: 'center' });
      const { left, top, height } = link.querySelector('text')?.getBoundingClientRect() ?? new DOMRect();
      const [above, aside] = [
        document.elementFromPoint(left + 5, top - 5),
        document.elementFromPoint(left + 190, top + Math.min(height, 16) / 2),
      ];
      return above?.closest('a') === link && aside?.closest('a') === link ? [] : [link.textContent];
    }),
  );
  expect(missed).toEqual([]);
});

test('a neighbor that the text does not link still shows its definition', async ({ page }) => {
  await page.goto('/en/terms/customer-success/');
  const noted = await page
    .locator('[data-note]')
    .evaluateAll((notes) => notes.map((note) => note.getAttribute('data-note')));
  const slugs = await page
    .locator('.related a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
  const slug = slugs.find((term) => !noted.includes(term));
  expect(slug).toBeDefined();
  await page.locator(`.related a[href$="/${slug}/"]`).hover();
  await expect(page.locator('#preview')).toContainText(/\w{4,}/);
});
