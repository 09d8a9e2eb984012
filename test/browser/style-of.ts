import type { Locator } from 'playwright-core';

/** What the browser has made of a property of an element's style. */
export async function styleOf(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element: unknown, name) => {
    const page = globalThis as unknown as {
      getComputedStyle(of: unknown): Readonly<Record<string, string>>;
    };
    return page.getComputedStyle(element)[name] ?? '';
  }, property);
}
