import type { Page } from '@playwright/test';

/** What can be pressed on a page and is too low for the pointer of its reader, each with its height. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = matchMedia('(pointer: coarse)').matches ? 44 : 24;
    return [
      ...document.querySelectorAll<HTMLElement>(
        'button, summary, input:not([type=radio], [type=checkbox]), select, .journey-choice, header a, nav a, cite-page a, search-panel :is(li a, fieldset label)',
      ),
    ]
      .filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
      )
      .map((element) => ({
        text: element.textContent?.trim() || element.tagName,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height > 1 && box.height < least - 0.5)
      .map(({ text, box }) => `${text} ${box.height}`);
  });
}
