import type { Page } from 'playwright-core';

type Tier = 'lexical' | 'instant' | 'deep';

/** Types into the search box of the page, as a person does. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator('.search-input').first().pressSequentially(text, { delay: 10 });
}

/** Waits until the list or the results page shows the settled answer to `query`, from one of the tiers. */
export async function answered(
  page: Page,
  query: string,
  tiers: Tier[] = ['lexical', 'instant', 'deep'],
): Promise<void> {
  await page.waitForFunction(
    ([wanted, allowed]) =>
      [...document.querySelectorAll<HTMLElement>('[data-query]')].some(
        ({ dataset }) =>
          dataset.query === wanted && dataset.state === 'settled' && allowed.includes(dataset.tier ?? ''),
      ),
    [query, tiers as string[]] as const,
    // Asked at each frame, the page would draw frames for as long as it is waited for.
    { timeout: 60_000, polling: 100 },
  );
}

/** Titles of the articles in the list below the box, in order. */
export async function suggestedTitles(page: Page): Promise<string[]> {
  return page.locator('[role="option"][data-article] .search-option-title').allTextContents();
}

/** Ids of the articles on the results page or in the list, in order. */
export async function shownArticles(page: Page): Promise<string[]> {
  return page
    .locator('[data-article]')
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset.article ?? ''));
}

/** Keeps files from arriving, those of the model unless others are named, until the function that it gives is called. */
export async function hold(page: Page, files = /_search\/model\//): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(files, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
