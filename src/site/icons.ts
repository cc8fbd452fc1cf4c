import { icons } from '@iconify-json/lucide';
import { ownValue } from './own-value.ts';

/** Names of drawings that this product had before it took Lucide's, with the names that they have there. */
export const FORMER_ICONS: Readonly<Record<string, string>> = {
  card: 'credit-card',
  chat: 'message-square-text',
  telephone: 'phone',
};

/** What every drawing of the set says of its strokes; Icon.astro says it once for the whole. */
const STROKES =
  / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;

/** Whether an owner's `icon` names a drawing of Lucide's, or one that we had before. */
export function isIcon(name: string): boolean {
  return drawing(name) !== undefined;
}

/** Every name that an icon may have. */
export function iconNames(): string[] {
  return [...Object.keys(icons.icons), ...Object.keys(icons.aliases ?? {})];
}

/** The shapes of a drawing on a grid of 24 by 24, to be stroked, as SVG; '' for a name that there is not. */
export function iconShapes(name: string): string {
  const shapes = (drawing(name) ?? '').replace(STROKES, '');
  return /^<g>((?!<g)[\s\S])*<\/g>$/.test(shapes) ? shapes.slice('<g>'.length, -'</g>'.length) : shapes;
}

function drawing(name: string): string | undefined {
  const now = ownValue(FORMER_ICONS, name) ?? name;
  return ownValue(icons.icons, ownValue(icons.aliases ?? {}, now)?.parent ?? now)?.body;
}
