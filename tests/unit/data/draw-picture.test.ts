import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPicture, PICTURE, type PictureText } from '../../../src/data/draw-picture.ts';

const look = { ground: '#ffffff', ink: '#000000', accent: '#14344f' };
/** A letter of a script that was encoded in 2024; no machine has a font for it. */
const GARAY = '\u{10D4A}';

/** Columns of the upper part of a picture, above name and bar, that have ink. */
async function inked(png: Buffer): Promise<{ first: number; last: number } | undefined> {
  const { data, info } = await sharp(png)
    .extract({ left: 0, top: 0, width: PICTURE.width, height: 470 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns = Array.from({ length: info.width }, (_, x) => x).filter((x) =>
    Array.from({ length: info.height }, (_, y) => data[(y * info.width + x) * info.channels] ?? 255).some(
      (level) => level < 128,
    ),
  );
  return columns.length > 0 ? { first: columns[0]!, last: columns.at(-1)! } : undefined;
}

const draw = (shown: Partial<PictureText>) =>
  drawPicture({ title: 'A card', name: 'Help', language: 'en', rtl: false, ...shown }, look);

describe('the picture for shared links', () => {
  it('is a small PNG of 1200 by 630 pixels', async () => {
    const { png, missing } = await draw({});
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect([missing, png.byteLength < 40_000]).toEqual([[], true]);
  });

  it('begins at the side on which the language begins', async () => {
    expect((await inked((await draw({})).png))?.first).toBeLessThan(100);
    const { first, last } = (await inked((await draw({ rtl: true, language: 'ar' })).png))!;
    expect([first > 600, last > 1100]).toEqual([true, true]);
  });

  it('leaves a title out of which the machine has not all letters, and names them, in place of drawing boxes', async () => {
    const { png, missing } = await draw({ title: `Card ${GARAY}` });
    expect(missing).toEqual([GARAY]);
    expect(await inked(png)).toBeUndefined();
  });

  it('takes what an owner wrote for text, whatever it is, and cuts what is too long', async () => {
    for (const title of [
      '<b>',
      '&',
      '<span size="999999">x</span>',
      'a\u0000\u001b[31mb\ud800',
      'word '.repeat(500),
      'x'.repeat(5000),
    ]) {
      const { png } = await draw({ title });
      expect((await inked(png))!.last).toBeLessThanOrEqual(1125);
    }
  });
});
