import { createHash } from 'node:crypto';
import { customSheet, fonts, logo } from 'virtual:signpost/brand';
import { accentIn } from '../schemas/look.ts';
import { fontCss } from '../styles/theme/fonts.ts';
import { logoCss, palette, themeCss } from '../styles/theme/palette.ts';
import { site, urls } from './site.ts';

/** The style sheet made from the owner's settings. */
export const themeStyles: string = [themeCss(site.accent), logo?.dark ? logoCss(site.accent) : '', fontCss(fonts)].join(
  '',
);

/** Addresses of the fonts that every page is to load at once. */
export const preloadedFonts: string[] = fonts.filter(({ preload }) => preload).map(({ src }) => src);

/** Its path below the base, without `.css`; the hash lets browsers keep it for ever. */
export const themePath: string = `_astro/theme.${createHash('sha256').update(themeStyles).digest('hex').slice(0, 8)}`;

export const themeHref: string = urls.file(`${themePath}.css`);

/** The owner's own sheet, when there is one. */
export const customHref: string | undefined = customSheet && urls.file(customSheet);

/** What a phone's browser paints around the page in each scheme. */
export const themeColours = {
  light: palette(accentIn(site.accent, 'light'), 'light').surface,
  dark: palette(accentIn(site.accent, 'dark'), 'dark').surface,
};
