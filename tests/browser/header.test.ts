import { inject } from 'vitest';
import { pageTypes } from '../../scripts/lib/browser/page-types.ts';
import { desktop, expect, narrow, phone, test } from './support/visitor.ts';

const pages = await pageTypes(inject('siteFolder'), 'en');

for (const [name, device] of Object.entries({ desktop, phone, 'narrow phone': narrow })) {
  const on = test.extend({ device });
  for (const kind of ['home', 'article', 'search', 'contact', 'lost'] as const) {
    on(
      `on a ${name}, every control in the header of the ${kind} page can be seen and pressed`,
      async ({ visitor: { page, open, expectProblems } }) => {
        if (kind === 'lost') expectProblems(/404/);
        await open(`/${pages[kind]}`);
        const covered = await page.evaluate(() => {
          const shown = [...document.querySelectorAll<HTMLElement>('.header :is(a, button, summary, input)')].filter(
            (control) => control.checkVisibility({ visibilityProperty: true }),
          );
          return shown
            .filter((control) => {
              const { left, top, width, height } = control.getBoundingClientRect();
              const hit = document.elementFromPoint(left + width / 2, top + height / 2);
              return !hit || !(control.contains(hit) || hit.closest('label'));
            })
            .map((control) => control.getAttribute('aria-label') ?? control.textContent ?? control.tagName);
        });
        expect(covered).toEqual([]);
        expect(await page.locator('.header .brand:visible').count()).toBe(1);
      },
    );
  }
}
