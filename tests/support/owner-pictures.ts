import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { launchBrowser } from '../../scripts/lib/browser/launch.ts';
import { serveStatic } from '../../scripts/lib/site/serve-static.ts';
import { builtSite, project } from './built-site.ts';
import { type Owner, ownerInputs, writeOwner } from './owner-site.ts';

/** Which pages stand for an owner, and the colours and language of the device that shows them. */
const PAGES: Record<Owner, { home: string; article: string; colorScheme: 'light' | 'dark'; locale: string }> = {
  bank: { home: '/en/', article: '/en/cards/lost-card/', colorScheme: 'light', locale: 'en' },
  game: { home: '/en/', article: '/en/play/lag/', colorScheme: 'dark', locale: 'en' },
  shop: { home: '/ko/', article: '/ko/orders/delivery-time/', colorScheme: 'light', locale: 'ko' },
};

/** Width and height of what is seen, in pixels of the page. */
const DESKTOP = { width: 1120, height: 760 };
const PHONE = { width: 390, height: 760 };
const GAP = 24;
/** How much smaller the picture is than the pages on it. */
const SCALE = 0.55;

/** The picture of an owner's help center for the README: home and article, on a desktop and on a phone each. */
async function draw(owner: Owner): Promise<void> {
  const { home, article, colorScheme, locale } = PAGES[owner];
  const server = await serveStatic(await builtSite(owner, ownerInputs(owner), writeOwner(owner)), { base: '/' });
  const browser = await launchBrowser();
  const shots: { input: Buffer; width: number }[] = [];
  for (const path of [home, article])
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await browser.newPage({ viewport, colorScheme, locale });
      await page.goto(new URL(path, server.url).href);
      await page.evaluate(() => document.fonts.ready);
      const width = Math.round(viewport.width * SCALE);
      shots.push({
        input: await sharp(await page.screenshot())
          .resize({ width })
          .toBuffer(),
        width,
      });
      await page.close();
    }
  await browser.close();
  await server.close();
  const height = Math.round(DESKTOP.height * SCALE);
  let left = GAP;
  const placed = shots.map(({ input, width }) => {
    const at = { input, left, top: GAP };
    left += width + GAP;
    return at;
  });
  const picture = await sharp({ create: { width: left, height: height + 2 * GAP, channels: 3, background: '#8c96a3' } })
    .composite(placed)
    .webp({ quality: 60, effort: 6 })
    .toBuffer();
  const file = resolve(project, `.github/owner-${owner}.webp`);
  await writeFile(file, picture);
  console.log(`${file}: ${Math.round(picture.byteLength / 1024)} kB`);
}

for (const owner of ['bank', 'game', 'shop'] satisfies Owner[]) await draw(owner);
