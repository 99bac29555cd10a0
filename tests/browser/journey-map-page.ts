import type { Page } from '@playwright/test';
import { emptyMap, type JourneyMap } from '../../src/lib/journey-map/document.ts';

/** A café with two readings, all that a card can say, and a stage that says nothing yet. */
export const cafe: JourneyMap = {
  ...emptyMap('en'),
  title: 'A café on the corner',
  personas: [{ id: 'p1', name: 'Aoi, a guest', goals: [] }],
  stages: [
    { id: 's1', title: 'Search', moments: ['zero'] },
    { id: 's2', title: 'Order', moments: ['first'] },
    { id: 's3', title: 'Leave' },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: '', side: 'both' },
    { id: 'l2', kind: 'feelings', title: '', side: 'buyer' },
    { id: 'l3', kind: 'owner', title: 'Behind the counter', side: 'seller' },
  ],
  cards: [
    { id: 'c1', stage: 's1', lane: 'l1', text: 'Looks for coffee near the station', feeling: 1 },
    { id: 'c2', stage: 's1', lane: 'l1', text: 'ﾒﾆｭｰ outside is hard to read', feeling: -1, hopedFeeling: 1 },
    { id: 'c3', stage: 's2', lane: 'l1', text: 'Waits in line for COFFEE' },
    {
      id: 'c4',
      stage: 's2',
      lane: 'l2',
      text: 'Is in a hurry',
      feeling: -2,
      owner: 'Shop manager',
      evidence: 'Asked 12',
    },
    { id: 'c5', stage: 's2', lane: 'l3', text: 'One person at the till' },
  ],
};

/** Opens a map as a file, from the list of maps. */
export async function openFile(page: Page, map: JourneyMap = cafe) {
  // A file chosen before the page listens would be lost.
  await page.locator('astro-island:not([ssr])').first().waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'map.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(map)),
  });
  await page.locator('.journey-editor').waitFor();
}

/** Opens a map as a file of its own. */
export async function openMap(page: Page, map: JourneyMap = cafe, language = 'en') {
  await page.goto(`/${language}/journey-map/`);
  await openFile(page, map);
}

/** Goes to a view by its English name. */
export async function goToView(page: Page, name: string) {
  await page.getByRole('navigation', { name: 'Views of this map' }).getByRole('button', { name, exact: true }).click();
}
