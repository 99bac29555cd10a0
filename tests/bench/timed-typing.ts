import type { Page } from '@playwright/test';

/**
 * Milliseconds from an input to the last change that it brings to the document before the next task, for each of some texts, measured inside
 * the page: script alone, as changes are seen before they are painted.
 */
export async function timedTyping(page: Page, selector: string, texts: readonly string[]): Promise<number[]> {
  return page.evaluate(
    async ([target, typed]) => {
      const field = document.querySelector<HTMLInputElement>(target);
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const durations: number[] = [];
      let changed = 0;
      const observer = new MutationObserver(() => {
        changed = performance.now();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
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
        // What changed nothing took until now to find that out.
        durations.push((changed > start ? changed : performance.now()) - start);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      observer.disconnect();
      return durations;
    },
    [selector, texts] as const,
  );
}
