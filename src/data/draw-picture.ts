import sharp, { type OutputInfo, type OverlayOptions } from 'sharp';
import { escapeHtml } from '../site/escape-html.ts';

/** Pixels of a picture for shared links, in the proportion that most of those who show them keep. */
export const PICTURE = { width: 1200, height: 630 };

const MARGIN = 80;
const BAR = 20;
/** Sizes of the title, the largest first; the first that fits is taken. */
const SIZES = [72, 60, 50, 42, 36];
const TITLE_HEIGHT = 300;
const LOGO = { width: 480, height: 88 };
/** Characters of a title; with more it would fill the picture. */
const LONGEST = 150;

export interface PictureText {
  /** Left out on the home page's. */
  title?: string | undefined;
  /** The name of the help center. */
  name: string;
  /** As BCP 47; decides between the forms that one character has in several countries. */
  language: string;
  rtl: boolean;
}

export interface PictureLook {
  ground: string;
  ink: string;
  accent: string;
  /** The logo's file, SVG or PNG, for a light ground. */
  logo?: Uint8Array | undefined;
}

export interface DrawnPicture {
  png: Buffer;
  /** Letters for which no font is installed; a text that has one of them is left out. */
  missing: string[];
}

/**
 * A picture that stands for a page where a link to it is shared: logo, title, name, and a bar in the accent. Texts are set
 * by Pango, which sharp brings along: it shapes Arabic, orders what is written from the right, and takes each letter from
 * an installed font that has it.
 */
export async function drawPicture(
  { title, name, language, rtl }: PictureText,
  { ground, ink, accent, logo }: PictureLook,
): Promise<DrawnPicture> {
  const missing = await missingLetters(`${title ?? ''}${name}`);
  const isDrawable = (text: string): boolean => !missing.some((letter) => text.includes(letter));
  const layers: OverlayOptions[] = [{ input: block(PICTURE.width, BAR, accent), left: 0, top: PICTURE.height - BAR }];
  const place = (input: Buffer, width: number, top: number): void =>
    void layers.push({ input, left: rtl ? PICTURE.width - MARGIN - width : MARGIN, top });
  const mark = logo && (await scaled(logo));
  if (mark) place(mark.data, mark.info.width, MARGIN);
  const [large, small] = title === undefined ? [name, ''] : [title, name];
  if (isDrawable(large)) {
    const set = await fitted(large, { language, ink });
    place(set.data, set.info.width, Math.round((PICTURE.height - set.info.height) / 2) + 30);
  }
  if (small && isDrawable(small)) {
    const set = await written(small, 32, { language, ink, weight: 'normal' });
    place(set.data, set.info.width, PICTURE.height - BAR - MARGIN - set.info.height + 24);
  }
  const { width, height } = PICTURE;
  const png = await sharp({ create: { width, height, channels: 3, background: ground } })
    .composite(layers)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
  return { png, missing };
}

type Raster = { data: Buffer; info: OutputInfo };

function block(width: number, height: number, colour: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`,
  );
}

async function scaled(logo: Uint8Array): Promise<Raster | undefined> {
  return sharp(logo, { density: 300 })
    .resize({ ...LOGO, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
}

async function fitted(text: string, style: { language: string; ink: string }): Promise<Raster> {
  for (const size of SIZES.slice(0, -1)) {
    const set = await written(text, size, { ...style, weight: 'bold' });
    if (set.info.height <= TITLE_HEIGHT) return set;
  }
  const set = await written(text, SIZES.at(-1)!, { ...style, weight: 'bold' });
  if (set.info.height <= TITLE_HEIGHT) return set;
  return sharp(set.data)
    .extract({ left: 0, top: 0, width: set.info.width, height: TITLE_HEIGHT })
    .png()
    .toBuffer({ resolveWithObject: true });
}

function written(
  text: string,
  size: number,
  { language, ink, weight }: { language: string; ink: string; weight: 'bold' | 'normal' },
): Promise<Raster> {
  // Pango reads markup: what an owner wrote is text.
  const escaped = escapeHtml(shortened(plain(text)));
  return sharp({
    text: {
      text: `<span lang="${escapeHtml(language)}" foreground="${ink}" weight="${weight}">${escaped}</span>`,
      font: `sans ${size}`,
      dpi: 72,
      width: PICTURE.width - 2 * MARGIN,
      wrap: 'word-char',
      rgba: true,
      spacing: Math.round(size / 6),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
}

/** Pango refuses control characters and halves of characters. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
}

/** What was found of a letter, since the fonts stay while a process lives. */
const drawn = new Map<string, Promise<boolean>>();

async function missingLetters(text: string): Promise<string[]> {
  const letters = [...new Set(plain(text).normalize('NFC'))].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const found = await Promise.all(
    letters.map(async (letter) => {
      if (!drawn.has(letter)) drawn.set(letter, hasGlyph(letter));
      return (await drawn.get(letter)) ? [] : [letter];
    }),
  );
  return found.flat();
}

/** For a letter without a font, Pango draws a box with its number: the same frame for all numbers of as many digits. */
async function hasGlyph(letter: string): Promise<boolean> {
  const [own, box] = await Promise.all([
    frame(letter),
    frame(letter.codePointAt(0)! > 0xffff ? '\u{1FFFD}' : '\uFDD0'),
  ]);
  return own !== box;
}

/** Size and edges of a letter's drawing. */
async function frame(letter: string): Promise<string> {
  const { data, info } = await sharp({ text: { text: escapeHtml(letter), font: 'sans 40', dpi: 72 } })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const row = (y: number) => data.subarray(y * width, y * width + width).toString('hex');
  const side = (x: number) => Array.from({ length: height }, (_, y) => data[y * width + x]).join();
  const rows = [0, 1, 2].flatMap((y) => [row(y), row(height - 1 - y)]);
  return [width, height, ...rows, side(0), side(1), side(width - 1), side(width - 2)].join('/');
}
