import { accessibilityViolations } from '../../scripts/lib/browser/accessibility.ts';
import { expect, narrow, test } from './support/visitor.ts';

const PLAYERS = /^https:\/\/(?:www\.youtube-nocookie|player\.vimeo)\.com\//;

test.extend({ device: narrow })(
  'a film of another site asks that site for nothing until its button is pressed, which says what it does',
  async ({ visitor: { page, open, expectProblems } }) => {
    const asked: string[] = [];
    await page.route(PLAYERS, async (route) => {
      asked.push(route.request().url());
      expect(route.request().headers().referer).toBe(`${new URL(page.url()).origin}/`);
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Player</title>' });
    });
    expectProblems(PLAYERS, /request to another origin/);

    // Where the search leads to, as with a film of our own.
    await open('/en/theft-and-damage/films-elsewhere/#Xk3-patch-0-24');
    const button = page.getByRole('button', { name: 'Play – YouTube then gets your IP address 0:24' });
    await button.waitFor();
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect([asked, await page.locator('iframe').count()]).toEqual([[], 0]);

    await page.keyboard.press('Enter');
    const player = page.locator('iframe[title="How to patch a tube"]');
    await player.waitFor();
    const address = 'https://www.youtube-nocookie.com/embed/Xk3_patch-0?autoplay=1&playsinline=1&start=24';
    expect(await player.getAttribute('src')).toBe(address);
    expect(await player.evaluate((frame) => frame === document.activeElement)).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.getByRole('link', { name: '0:02' }).click();
    await page.waitForFunction(() => document.querySelector('iframe')?.src.endsWith('start=2'));
    await page.getByRole('button', { name: 'Play – Vimeo then gets your IP address 1:05' }).click();
    await page.locator('iframe[title="How to true a wheel"]').waitFor();
    const vimeo = 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1#t=65';
    await expect.poll(() => asked).toEqual([address, address.replace('24', '2'), vimeo.replace(/#.*/, '')]);
    expect(await page.locator('iframe').last().getAttribute('src')).toBe(vimeo);
  },
);
