import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logoFile } from 'virtual:signpost/brand';
import { writeFileAtomically } from '../cache/atomic-write.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import { touch } from '../cache/touch.ts';
import { accentIn } from '../schemas/look.ts';
import { palette } from '../styles/theme/palette.ts';
import { articlePages } from './articles.ts';
import { drawPicture, type PictureLook, type PictureText } from './draw-picture.ts';
import { isRtl, lang, locales, site, text, urls } from './site.ts';
import { siteTitle } from './strings.ts';

/** Rises with what is drawn, so that pictures of before are drawn anew. */
const VERSION = 1;

export interface SharedPicture {
  /** Below the base, without `.png`; a hash of what is in it. */
  path: string;
  text: PictureText;
}

const colours = palette(accentIn(site.accent, 'light'), 'light');
const look: PictureLook = {
  ground: colours.surface ?? '#ffffff',
  ink: colours.text ?? '#000000',
  accent: colours['accent-fill'] ?? '#000000',
  logo: logoFile ? readFileSync(logoFile) : undefined,
};

/** The picture of an article's page, or, without a title, of all others; undefined where the owner has none made. */
export function sharedPicture(locale: string, title?: string): SharedPicture | undefined {
  if (!site.sharedPictures) return undefined;
  const shown = { title, name: siteTitle(text(site.name, locale), locale), language: lang(locale), rtl: isRtl(locale) };
  const hash = createHash('sha256');
  hash.update(JSON.stringify([VERSION, shown, look.ground, look.ink, look.accent])).update(look.logo ?? '');
  return { path: `_astro/shared.${hash.digest('hex').slice(0, 12)}`, text: shown };
}

/** Its address below the host. */
export function pictureHref({ path }: SharedPicture): string {
  return urls.file(`${path}.png`);
}

/** Every picture of the site, each once. */
export async function sharedPictures(): Promise<SharedPicture[]> {
  if (!site.sharedPictures) return [];
  const wanted = [
    ...locales.map(({ code }) => sharedPicture(code)),
    ...(await articlePages()).map(({ locale, title }) => sharedPicture(locale, title)),
  ];
  return [...new Map(wanted.flatMap((picture) => (picture ? [[picture.path, picture]] : []))).values()];
}

/** The PNG, drawn once for each machine. */
export async function pictureBytes({ path, text: shown }: SharedPicture): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(cacheFolder(), 'shared-pictures', `${path.replace('_astro/', '')}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) await touch(file);
  if (kept) return new Uint8Array(kept);
  const { png, missing } = await drawPicture(shown, look);
  if (missing.length > 0) tellMissing(missing);
  // Once fonts are installed, it is drawn with them.
  else await writeFileAtomically(file, png);
  return new Uint8Array(png);
}

let told = false;

/** Once: a machine without a font for a language lacks it for every title. */
function tellMissing(letters: string[]): void {
  if (told) return;
  told = true;
  console.warn(
    `No font on this machine has the letters ${letters.slice(0, 8).join(' ')}, so pictures for shared links leave out titles with them. Install the Noto fonts (apt-get install fonts-noto-core fonts-noto-cjk) and build again.`,
  );
}
