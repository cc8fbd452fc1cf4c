import type { Hex } from './colour.ts';
import { palette, type Palette } from './palette.ts';

/**
 * The style sheet that gives every colour its value: light, dark when the device asks for it, and
 * whichever of the two the reader chose (`data-theme` on the root element).
 */
export function themeCss(accent: Hex): string {
  const light = `color-scheme:light;${declarations(palette(accent, 'light'))}`;
  const dark = `color-scheme:dark;${declarations(palette(accent, 'dark'))}`;
  return [
    `:root{${light}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
    '',
  ].join('\n');
}

function declarations(colours: Palette): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
