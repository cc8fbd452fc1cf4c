import type { Scheme } from '../../schemas/look.ts';
import { type Hex, hex, readable } from './colour.ts';

interface Surfaces {
  bg: Hex;
  surface: Hex;
  sunken: Hex;
  line: Hex;
  code: Hex;
}

/** The grounds that everything lies on, from the page up, with a trace of the accent's hue. */
export function surfaces(scheme: Scheme, hue: number, tint: number): Surfaces {
  return scheme === 'dark'
    ? {
        bg: hex(0.185, tint * 0.1, hue),
        surface: hex(0.222, tint * 0.12, hue),
        sunken: hex(0.245, tint * 0.14, hue),
        line: hex(0.31, tint * 0.15, hue),
        code: hex(0.16, tint * 0.1, hue),
      }
    : {
        bg: hex(0.988, tint * 0.04, hue),
        surface: '#ffffff',
        sunken: hex(0.968, tint * 0.08, hue),
        line: hex(0.912, tint * 0.1, hue),
        code: hex(0.972, tint * 0.06, hue),
      };
}

/** Hues that readers expect of each kind of callout, whatever the accent is. */
const CALLOUTS = { note: 250, tip: 155, important: 300, warning: 75, caution: 25 };

/** Ground, edge and ink of each callout: `note-soft`, `note-line`, `note-ink` … */
export function callouts(scheme: Scheme, ratio: number): Record<string, Hex> {
  const entries = Object.entries(CALLOUTS).flatMap(([name, hue]) => {
    const soft = scheme === 'dark' ? hex(0.26, 0.03, hue) : hex(0.968, 0.018, hue);
    const ink =
      scheme === 'dark'
        ? readable(hex(0.82, 0.1, hue), [soft], ratio, 'lighter')
        : readable(hex(0.48, 0.13, hue), [soft], ratio, 'darker');
    return [
      [`${name}-soft`, soft],
      [`${name}-line`, hex(scheme === 'dark' ? 0.58 : 0.66, 0.13, hue)],
      [`${name}-ink`, ink],
    ] as const;
  });
  return Object.fromEntries(entries);
}

const SYNTAX = {
  keyword: [300, 0.17],
  string: [150, 0.13],
  number: [55, 0.14],
  title: [255, 0.15],
  comment: [250, 0.02],
  attribute: [200, 0.1],
} as const;

/** Inks of highlighted code on the ground `code`: `code-keyword` … */
export function syntax(scheme: Scheme, code: Hex, ratio: number): Record<string, Hex> {
  const entries = Object.entries(SYNTAX).map(([name, [hue, chroma]]) => {
    const ink = scheme === 'dark' ? hex(0.8, chroma * 0.7, hue) : hex(0.5, chroma, hue);
    return [`code-${name}`, readable(ink, [code], ratio, scheme === 'dark' ? 'lighter' : 'darker')] as const;
  });
  return Object.fromEntries(entries);
}
