import { z } from 'zod';
import { fontSchema } from './font.ts';

/** Light is also what is printed. */
export type Scheme = 'light' | 'dark';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #0f766e');

/** The owner's colour, in both schemes or for each. */
const accentSchema = z.union(
  [colour, z.strictObject({ light: colour.describe('On light pages.'), dark: colour.describe('On dark pages.') })],
  { error: 'a colour such as #0f766e, or one for each scheme: { light: "#0f766e", dark: "#5eead4" }' },
);

export type Accent = z.infer<typeof accentSchema>;

const picture = z.string().min(1);

const logoSchema = z.union(
  [
    picture,
    z.strictObject({
      light: picture.describe('The file for light pages, relative to site.yaml; SVG or PNG.'),
      dark: picture.optional().describe('The file for dark pages.'),
      wordmark: z
        .boolean()
        .default(false)
        .describe('True when the logo says the name, which is then not written beside it.'),
    }),
  ],
  { error: 'the path of an SVG or PNG, or one for each scheme: { light: logo.svg, dark: logo-dark.svg }' },
);

type Logo = z.infer<typeof logoSchema>;

/** What an owner sets about the look; a field each of site.yaml. */
export const lookFields = {
  logo: logoSchema
    .optional()
    .describe('The logo’s file, relative to site.yaml, SVG or PNG; or light and dark, each a file.'),
  favicon: picture.optional().describe('The icon of the browser tab, relative to site.yaml; SVG or PNG.'),
  touchIcon: picture
    .optional()
    .describe(
      'The icon on a phone’s home screen, relative to site.yaml; a PNG of 180 × 180 pixels without transparency.',
    ),
  accent: accentSchema
    .default('#0f6b5c')
    .describe(
      'The colour of buttons and links, lightened in the dark so that it stays readable; or light and dark, each a colour.',
    ),
  fonts: z.array(fontSchema).default([]).describe('Fonts of your own, a file each; the system’s when left out.'),
  sharedPictures: z
    .boolean()
    .default(false)
    .describe(
      'True has a picture made for each article, with its title and your logo, shown where its link is shared.',
    ),
};

/** The colour to make a scheme's palette from. */
export function accentIn(accent: Accent, scheme: Scheme): string {
  return typeof accent === 'string' ? accent : accent[scheme];
}

/** The logo's files by scheme, and whether it says the name; undefined where there is none. */
export function logoFiles(
  logo: Logo | undefined,
): { light: string; dark?: string | undefined; wordmark: boolean } | undefined {
  return typeof logo === 'string' ? { light: logo, wordmark: false } : logo;
}

/** A file of the owner's own look. */
export interface BrandFile {
  /** Where it is named in site.yaml. */
  path: string[];
  /** As it is written there. */
  written: string;
  /** Relative to site.yaml. */
  file: string;
}

/** Every picture that the settings name. */
export function brandFiles({
  logo,
  favicon,
  touchIcon,
}: {
  logo?: Logo | undefined;
  favicon?: string | undefined;
  touchIcon?: string | undefined;
}): BrandFile[] {
  const named: [string[], string | undefined][] =
    typeof logo === 'object'
      ? [
          [['logo', 'light'], logo.light],
          [['logo', 'dark'], logo.dark],
        ]
      : [[['logo'], logo]];
  named.push([['favicon'], favicon], [['touchIcon'], touchIcon]);
  return named.flatMap(([path, written]) =>
    written === undefined ? [] : [{ path, written, file: inFolder(written) }],
  );
}

/** A path as the listing of the content folder has it. */
export function inFolder(written: string): string {
  return written.replace(/^\.\//, '');
}
