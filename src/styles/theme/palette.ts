import { type Accent, accentIn, type Scheme } from '../../schemas/look.ts';
import { character, type Hex, hex, isReadable, readable } from './colour.ts';
import { callouts, surfaces, syntax } from './families.ts';

/** Every colour of the interface, by the name of its custom property without the dashes. */
export type Palette = Record<string, Hex>;

/** Least contrast of text, and of lines that mark a control (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.55;
const CONTROL = 3.05;

/**
 * All colours of one scheme, made from the owner's accent: neutrals carry a trace of its hue, and
 * whatever is text keeps 4.5:1 on every surface it is put on, whichever accent was chosen. A ground of the accent
 * keeps the accent: it is the ink that is chosen for it.
 */
export function palette(accent: Hex, scheme: Scheme): Palette {
  const own = character(accent);
  const dark = scheme === 'dark';
  const away = dark ? 'lighter' : 'darker';
  const tint = Math.min(own.chroma, 0.1);
  const ground = surfaces(scheme, own.hue, tint);
  const paper = [ground.bg, ground.surface, ground.sunken];

  const soft = dark ? hex(0.27, tint * 0.4, own.hue) : hex(0.955, tint * 0.28, own.hue);
  const link = readable(
    dark && !isReadable(accent, [...paper, soft], TEXT)
      ? hex(Math.max(own.lightness, 0.78), Math.min(own.chroma, 0.15), own.hue)
      : accent,
    [...paper, soft],
    TEXT,
    away,
  );
  const fill = dark ? link : accent;
  const onFill = inkOn(fill, own.hue, tint);
  const bright = !isReadable('#ffffff', [accent], TEXT);
  // A bright accent that is darkened is another colour, so the light page opens on the accent itself.
  const hero = dark
    ? hex(0.25, Math.min(own.chroma, bright ? 0.03 : 0.055), own.hue)
    : bright
      ? accent
      : hex(0.33, Math.min(own.chroma, 0.09), own.hue);
  const onHero = inkOn(hero, own.hue, tint);

  return {
    ...ground,
    text: dark ? hex(0.94, tint * 0.06, own.hue) : hex(0.22, tint * 0.2, own.hue),
    muted: readable(
      dark ? hex(0.74, tint * 0.15, own.hue) : hex(0.47, tint * 0.2, own.hue),
      [...paper, soft],
      TEXT,
      away,
    ),
    control: readable(dark ? hex(0.55, tint * 0.2, own.hue) : hex(0.68, tint * 0.2, own.hue), paper, CONTROL, away),
    accent: link,
    'accent-fill': fill,
    // Away from the ink, so that it stays readable.
    'accent-hover':
      onFill === '#ffffff'
        ? hex(character(fill).lightness - 0.06, own.chroma, own.hue)
        : hex(Math.min(character(fill).lightness + 0.06, 0.97), own.chroma * 0.8, own.hue),
    'on-accent': onFill,
    'accent-soft': soft,
    'accent-line': dark ? hex(0.42, tint * 0.6, own.hue) : hex(0.86, tint * 0.5, own.hue),
    hero,
    'on-hero': onHero,
    'hero-muted':
      onHero === '#ffffff'
        ? readable(hex(0.84, tint * 0.35, own.hue), [hero], TEXT, 'lighter')
        : readable(hex(0.36, tint * 0.35, own.hue), [hero], TEXT, 'darker'),
    'hero-line':
      hero === accent
        ? hex(own.lightness - 0.07, own.chroma * 0.9, own.hue)
        : hex(dark ? 0.42 : 0.5, Math.min(own.chroma, 0.09), own.hue),
    mark: dark ? hex(0.42, 0.09, 95) : hex(0.92, 0.12, 98),
    'on-mark': dark ? '#ffffff' : hex(0.24, 0.03, 95),
    ...callouts(scheme, TEXT),
    ...syntax(scheme, ground.code, TEXT),
  };
}

/** What is written on a ground of the accent: white where it can be read, else a dark ink with a trace of its hue. */
function inkOn(ground: Hex, hue: number, tint: number): Hex {
  return isReadable('#ffffff', [ground], TEXT)
    ? '#ffffff'
    : readable(hex(0.2, tint * 0.4, hue), [ground], TEXT, 'darker');
}

/** The layers of index.css: this sheet arrives first on each page, and the first one to name layers decides their order. */
export const LAYERS = 'reset, tokens, theme, base, prose, components, print';

/**
 * The style sheet that gives every colour its value: light, dark when the device asks for it, and whichever of the two
 * the reader chose (`data-theme` on the root element). In a layer, so that an owner's sheet may set them; one that says
 * `color-scheme: dark` alone has all that is dark. Browsers before 2024, which don't know `light-dark()`, show the light.
 */
export function themeCss(accent: Accent): string {
  const light = palette(accentIn(accent, 'light'), 'light');
  const dark = palette(accentIn(accent, 'dark'), 'dark');
  const both = Object.entries(light).flatMap(([name, value]): [string, string][] =>
    value === dark[name] ? [] : [[name, `light-dark(${value},${dark[name]})`]],
  );
  return [
    `@layer ${LAYERS};`,
    '@layer theme{',
    `:root{color-scheme:light;${declarations(light)}}`,
    inTheDark('', 'color-scheme:dark', `:root{${declarations(Object.fromEntries(both))}}`),
    '}',
    '',
  ].join('\n');
}

/** Declarations that hold on dark pages, whether the device asks for them or the reader chose them; before them, what both need. */
function inTheDark(selector: string, declared: string, before = ''): string {
  return [
    `@supports (color:light-dark(#000,#fff)){${before}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light])${selector}{${declared}}}`,
    `@media screen{:root[data-theme=dark]${selector}{${declared}}}}`,
  ].join('\n');
}

/** Shows the one of two logos that is made for its ground: that of the page's colours, and over the opening of a home page that of its. */
export function logoCss(accent: Accent): string {
  // As header.css lays the header over it.
  const over = '.header-over:has(+main>.hero:first-child) ';
  const isDarkOpening = palette(accentIn(accent, 'light'), 'light')['on-hero'] === '#ffffff';
  return [
    '@layer theme{',
    '.logo-dark{display:none}',
    isDarkOpening ? `@media screen{${over}.logo-light{display:none}${over}.logo-dark{display:block}}` : '',
    inTheDark(' .logo-light', 'display:none'),
    inTheDark(' .logo-dark', 'display:block'),
    '}',
    '',
  ].join('\n');
}

function declarations(colours: Record<string, string>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
