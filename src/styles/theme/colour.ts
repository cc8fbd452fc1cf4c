import { clampChroma, converter, formatHex, wcagContrast } from 'culori';

/** A colour as `#rrggbb`. */
export type Hex = string;

const toOklch = converter('oklch');

/** Lightness 0 to 1, chroma 0 to about 0.37 and hue in degrees, after Ottosson's OKLCH. */
export function hex(lightness: number, chroma: number, hue: number): Hex {
  return formatHex(clampChroma({ mode: 'oklch', l: lightness, c: chroma, h: hue }, 'oklch'));
}

/** Chroma and hue of a colour; a grey has hue 0 and chroma 0. */
export function character(colour: Hex): { lightness: number; chroma: number; hue: number } {
  const { l = 0, c = 0, h = 0 } = toOklch(colour) ?? {};
  return { lightness: l, chroma: c, hue: h };
}

/** Whether a colour keeps at least `ratio` (WCAG 2 contrast) on every one of `backgrounds`. */
export function isReadable(colour: Hex, backgrounds: Hex[], ratio: number): boolean {
  return backgrounds.every((background) => wcagContrast(colour, background) >= ratio);
}

/** Degrees of hue that a yellow is turned towards orange for each step of 1 in lightness, about as ambers are mixed. */
const TURN = 85;

/** The hue of a colour `darker` by so much: a yellow that is only darkened turns to olive, one turned to orange to amber. */
function deepened(hue: number, darker: number): number {
  const yellow = Math.max(0, 1 - Math.abs(hue - 95) / 30);
  return hue - TURN * Math.max(darker, 0) * yellow;
}

/**
 * The colour nearest to `colour` that keeps at least `ratio` (WCAG 2 contrast) on every one of
 * `backgrounds`, found by moving its lightness in steps of 0.01 in the given direction.
 * Black or white when no step is enough.
 */
export function readable(colour: Hex, backgrounds: Hex[], ratio: number, direction: 'darker' | 'lighter'): Hex {
  const { lightness, chroma, hue } = character(colour);
  const step = direction === 'darker' ? -0.01 : 0.01;
  for (let l = lightness; l >= 0 && l <= 1; l += step) {
    const candidate = hex(l, chroma, deepened(hue, lightness - l));
    if (isReadable(candidate, backgrounds, ratio)) return candidate;
  }
  return direction === 'darker' ? '#000000' : '#ffffff';
}
