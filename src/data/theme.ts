import { createHash } from 'node:crypto';
import { customSheet } from 'virtual:signpost/brand';
import { palette, themeCss } from '../styles/theme/palette.ts';
import { site, urls } from './site.ts';

/** The style sheet made from the owner's accent. */
export const themeStyles: string = themeCss(site.accent);

/** Its path below the base, without `.css`; the hash lets browsers keep it for ever. */
export const themePath: string = `_astro/theme.${createHash('sha256').update(themeStyles).digest('hex').slice(0, 8)}`;

export const themeHref: string = urls.file(`${themePath}.css`);

/** The owner's own sheet, when there is one. */
export const customHref: string | undefined = customSheet && urls.file(customSheet);

/** What a phone's browser paints around the page in each scheme. */
export const themeColours = {
  light: palette(site.accent, 'light').surface,
  dark: palette(site.accent, 'dark').surface,
};
