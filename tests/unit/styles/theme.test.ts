import { readFileSync } from 'node:fs';
import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYERS, palette, themeCss } from '../../../src/styles/theme/palette.ts';
import { properties } from '../../../src/styles/theme/properties.ts';

const accent = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const oklch = converter('oklch');
const paper = ['bg', 'surface', 'sunken'];

/** Pairs of [text, ground] that the style sheets put on each other. */
const pairs: [string, string][] = [
  ...['text', 'muted', 'accent'].flatMap((ink) =>
    [...paper, 'accent-soft'].map((ground): [string, string] => [ink, ground]),
  ),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-hover'],
  ['on-hero', 'hero'],
  ['hero-muted', 'hero'],
  ['on-mark', 'mark'],
  ...['note', 'tip', 'important', 'warning', 'caution'].flatMap((kind): [string, string][] => [
    [`${kind}-ink`, `${kind}-soft`],
    ['text', `${kind}-soft`],
  ]),
  ...['keyword', 'string', 'number', 'title', 'comment', 'attribute'].map((kind): [string, string] => [
    `code-${kind}`,
    'code',
  ]),
];

describe('the colours made from the accent', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`keep 4.5:1 between text and its ground for every accent (${scheme})`, () => {
      fc.assert(
        fc.property(accent, (colour) => {
          const colours = palette(colour, scheme);
          for (const [ink, ground] of pairs) {
            const ratio = wcagContrast(colours[ink]!, colours[ground]!);
            expect(ratio, `${ink} ${colours[ink]} on ${ground} ${colours[ground]}`).toBeGreaterThanOrEqual(4.5);
          }
        }),
      );
    });

    it(`keep 3:1 between the edge of a control and the paper for every accent (${scheme})`, () => {
      fc.assert(
        fc.property(accent, (colour) => {
          const colours = palette(colour, scheme);
          for (const ground of paper)
            expect(wcagContrast(colours.control!, colours[ground]!)).toBeGreaterThanOrEqual(3);
        }),
      );
    });
  }

  it('give every accent to buttons unchanged on a light page, dark ink on the bright ones', () => {
    fc.assert(fc.property(accent, (colour) => palette(colour, 'light')['accent-fill'] === colour));
    expect(palette('#0f6b5c', 'light')['on-accent']).toBe('#ffffff');
    const yellow = palette('#ffd400', 'light');
    expect(wcagContrast(yellow['on-accent']!, '#000000')).toBeLessThan(1.5);
    expect(yellow.hero).toBe('#ffd400');
  });

  it('keep a bright accent in the dark, and lighten a deep one', () => {
    expect(palette('#ffd400', 'dark')['accent-fill']).toBe('#ffd400');
    expect(palette('#0f6b5c', 'dark')['accent-fill']).not.toBe('#0f6b5c');
  });

  it('make amber of a yellow for links, not olive', () => {
    const hue = (colour: string) => oklch(colour)?.h ?? 0;
    expect(hue(palette('#ffd400', 'light').accent!)).toBeLessThan(hue('#ffd400') - 15);
    expect(Math.abs(hue(palette('#0ea5e9', 'light').accent!) - hue('#0ea5e9'))).toBeLessThan(3);
  });
});

describe('the theme style sheet', () => {
  it('names both schemes and lets the reader’s choice win over the device', () => {
    const css = themeCss('#0f6b5c');
    expect(css).toContain(':root:not([data-theme=light])');
    expect(css).toContain(':root[data-theme=dark]');
    expect(css.split('\n')[0]).toBe(`@layer ${LAYERS};`);
    expect(css).toMatch(/^.*\n@layer theme\{\n:root\{color-scheme:light;--bg:#[0-9a-f]{6};/);
  });

  it('lets `color-scheme` alone decide, so that an owner’s sheet makes a site dark by that one line', () => {
    const [, switched = ''] =
      /@supports \(color:light-dark\(#000,#fff\)\)\{:root\{([^}]*)\}/.exec(themeCss('#0f6b5c')) ?? [];
    const both = Object.fromEntries(switched.split(';').map((line) => line.split(/:(.*)/s).slice(0, 2)));
    const [light, dark] = [palette('#0f6b5c', 'light'), palette('#0f6b5c', 'dark')];
    const differ = Object.keys(light).filter((name) => light[name] !== dark[name]);
    expect(differ.length).toBeGreaterThan(30);
    expect(both).toEqual(
      Object.fromEntries(differ.map((name) => [`--${name}`, `light-dark(${light[name]},${dark[name]})`])),
    );
  });
});

describe('the properties promised to owners', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const names = new Set([
    ...Object.keys(palette('#0f6b5c', 'light')),
    ...[...tokens.matchAll(/--([\w-]+):/g)].map(([, name]) => name),
  ]);

  it('are those of the generated theme and of tokens.css', () => {
    expect(Object.keys(properties).sort()).toEqual([...names].sort());
  });

  it('are listed in the README, each with what it is for', () => {
    const rows = readFileSync('src/styles/README.md', 'utf8').matchAll(/^\| `--([\w-]+)` \| (.+) \|$/gm);
    expect(Object.fromEntries([...rows].map(([, name, use]) => [name, use]))).toEqual(properties);
  });

  it('lie in layers below the owner’s, in the order that our own sheet says', () => {
    const [, ours] = /@layer ([^;{]+);/.exec(readFileSync('src/styles/index.css', 'utf8')) ?? [];
    expect(LAYERS).toBe(ours);
  });
});
