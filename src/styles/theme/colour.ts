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

/**
 * The colour nearest to `colour` that keeps at least `ratio` (WCAG 2 contrast) on every one of
 * `backgrounds`, found by moving its lightness in steps of 0.01 in the given direction.
 * Black or white when no step is enough.
 */
export function readable(colour: Hex, backgrounds: Hex[], ratio: number, direction: 'darker' | 'lighter'): Hex {
  const { lightness, chroma, hue } = character(colour);
  const step = direction === 'darker' ? -0.01 : 0.01;
  for (let l = lightness; l >= 0 && l <= 1; l += step) {
    const candidate = hex(l, chroma, hue);
    if (backgrounds.every((background) => wcagContrast(candidate, background) >= ratio)) return candidate;
  }
  return direction === 'darker' ? '#000000' : '#ffffff';
}
