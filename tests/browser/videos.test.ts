import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { expect, narrow, test } from './support/visitor.ts';

test.extend({ device: narrow })(
  'a question finds the minute of a film, and its page begins there',
  async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=plug+of+the+chain+frozen+in+winter');
    const result = page.locator('a[href*="lock-film/#lock-24"]').first();
    await result.click();
    await page.waitForFunction(() => document.querySelector('video')?.currentTime === 24);
    expect(await page.getByText('warm it with your hand').isVisible()).toBe(true);
    expect(await page.locator('track').evaluate((track: HTMLTrackElement) => track.track.mode)).toBe('showing');
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  },
);

test('a time below a film plays it from there', async ({ visitor: { page, open } }) => {
  await open('/en/theft-and-damage/lock-film/');
  await page.getByText('Transcript: How to lock the bike').click();
  await page.getByRole('link', { name: '0:24' }).click();
  await page.waitForFunction(() => {
    const film = document.querySelector('video')!;
    return film.currentTime >= 24 && !film.paused;
  });
});
