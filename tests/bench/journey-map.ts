import type { Browser, CDPSession, Page } from '@playwright/test';
import { largeMap } from '../unit/journey-map-arbitraries.ts';
import { report } from './figure.ts';

const cards = 2_000;
const size = '30 × 12 × 2,000';

/** What the page notes of itself, in milliseconds. */
interface Noted {
  /** From the start of the page, or from a file, to the frame that shows the last card. */
  readonly opened?: number;
  /** Of every frame that took longer than 50. */
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
}

/** Runs in the page before its own script. */
function noteSpeed(wanted: number): void {
  const noted = { opened: undefined as number | undefined, frames: [] as number[], longTasks: [] as number[] };
  Object.assign(window, { noted });
  const note = (type: string, durations: number[]) =>
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type,
    });
  note('long-animation-frame', noted.frames);
  note('longtask', noted.longTasks);
  let start = 0;
  const look = () => {
    if (document.getElementsByClassName('journey-card').length < wanted) requestAnimationFrame(look);
    // What comes after the frame in which they are there comes after their paint.
    else requestAnimationFrame(() => setTimeout(() => Object.assign(noted, { opened: performance.now() - start })));
  };
  look();
  document.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') start = performance.now();
    },
    { capture: true },
  );
}

const notedIn = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted);

async function isOpened(page: Page): Promise<number> {
  await page.waitForFunction(() => (window as unknown as { noted: Noted }).noted.opened !== undefined);
  return (await notedIn(page)).opened ?? Number.NaN;
}

/** Opens a new page with the map from a file. */
async function openFile(browser: Browser, origin: string): Promise<{ page: Page; opened: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(noteSpeed, cards);
  await page.goto(`${origin}/en/journey-map/`);
  await page.locator('astro-island:not([ssr])').first().waitFor();
  await page.locator('input[type=file]').setInputFiles({
    name: 'map.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(largeMap(undefined, undefined, cards))),
  });
  return { page, opened: await isOpened(page) };
}

/** Milliseconds of script, and of all work of the page's own thread, since it began; what other programs take is not in it. */
async function workOf(session: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const millisecondsOf = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  return { script: millisecondsOf('ScriptDuration'), task: millisecondsOf('TaskDuration') };
}

/** Presses keys one by one, a frame or more apart, and reports what each cost; saving goes on meanwhile. */
async function benchKeys(page: Page, name: string, keys: readonly string[], target: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const script: number[] = [];
  const task: number[] = [];
  const slowBefore = (await notedIn(page)).frames.length;
  for (const key of keys) {
    const before = await workOf(session);
    await page.keyboard.press(key);
    // The frame that shows it, and what React puts off until after it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const after = await workOf(session);
    script.push(after.script - before.script);
    task.push(after.task - before.task);
  }
  const { frames } = await notedIn(page);
  report({ name: `${name}: script`, unit: 'ms', values: script, target });
  report({ name: `${name}: script, style, layout and paint`, unit: 'ms', values: task });
  // Shorter ones are not told.
  report({
    name: `${name}: longest frame, 0 if none over 50`,
    unit: 'ms',
    values: [Math.max(0, ...frames.slice(slowBefore))],
    target: 50,
  });
}

/** A journey map as large as speed is promised for, in a real browser. */
export async function benchJourneyMap(browser: Browser, origin: string): Promise<void> {
  const fromFile: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { page, opened } = await openFile(browser, origin);
    fromFile.push(opened);
    await page.close();
  }
  report({ name: `map of ${size}: file to last card painted`, unit: 'ms', values: fromFile, target: 500 });

  const { page } = await openFile(browser, origin);
  await page.getByText('Kept on this device').waitFor();
  const reloaded: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    await page.reload();
    reloaded.push(await isOpened(page));
  }
  report({ name: 'reload to last card painted', unit: 'ms', values: reloaded, target: 500 });

  await page.waitForTimeout(1_000);
  const place = page.locator('[data-card=c-40] [data-stop]');
  await place.focus();
  const going = Array.from({ length: 60 }, (_, index) => (index % 20 < 10 ? 'ArrowRight' : 'ArrowLeft'));
  await benchKeys(page, 'going from cell to cell', going, 16);
  await place.focus();
  await page.keyboard.press('Enter');
  await benchKeys(page, 'typing in a card', [...'what customers do when nobody is looking'.repeat(2)], 16);
  await page.keyboard.press('Enter');
  const moves = Array.from({ length: 60 }, (_, index) => (index % 20 < 10 ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'));
  await benchKeys(page, 'moving a card', moves, 16);
  await benchKeys(
    page,
    'undoing',
    Array.from({ length: 60 }, () => 'Control+z'),
    30,
  );

  // Each change is kept within a third of a second.
  await page.waitForTimeout(1_000);
  const before = (await notedIn(page)).longTasks.length;
  for (let change = 0; change < 8; change += 1) {
    await page.keyboard.press(change % 2 === 0 ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
    await page.waitForTimeout(600);
  }
  const tasks = (await notedIn(page)).longTasks.slice(before);
  report({ name: 'saving: longest task, 0 if none over 50', unit: 'ms', values: [Math.max(0, ...tasks)], target: 50 });

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const png: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG picture' }).click();
    await download;
    png.push(performance.now() - start);
    await page.waitForTimeout(200);
  }
  report({ name: 'PNG picture', unit: 'ms', values: png, target: 2_000 });
  await page.close();
}
