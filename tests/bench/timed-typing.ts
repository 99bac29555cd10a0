import type { Page } from '@playwright/test';

/** Milliseconds of script from an input to its new result, for each of some texts, measured inside the page. */
export async function timedTyping(page: Page, selector: string, texts: readonly string[]): Promise<number[]> {
  return page.evaluate(
    async ([target, typed]) => {
      const field = document.querySelector<HTMLInputElement>(target);
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const durations: number[] = [];
      for (const text of typed) {
        const start = performance.now();
        setValue?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        // The results are in the document after the pending microtasks, however many; a message comes after them all.
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(undefined);
        });
        durations.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return durations;
    },
    [selector, texts] as const,
  );
}
