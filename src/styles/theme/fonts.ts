import type { Font } from '../../schemas/font.ts';

/** A font and the address of its file. */
export type FontFace = Font & { src: string };

/**
 * The faces of the owner's fonts, and the custom properties by which the interface uses them. What a font lacks, and all
 * text until it is there, is set in the system's fonts.
 */
export function fontCss(fonts: readonly FontFace[]): string {
  if (fonts.length === 0) return '';
  const faces = fonts.map(
    ({ family, src, weight, style, unicodeRange }) =>
      `@font-face{font-family:"${family}";src:url("${src.replaceAll('"', '%22')}") format("${format(src)}");font-weight:${weight};font-style:${style};font-display:swap${unicodeRange ? `;unicode-range:${unicodeRange}` : ''}}`,
  );
  const families = (...uses: Font['use'][]): string =>
    [...new Set(fonts.filter(({ use }) => uses.includes(use)).map(({ family }) => `"${family}",`))].join('');
  const [text, headings, code] = [families('both', 'text'), families('headings'), families('code')];
  const properties = [
    text && `--font:${text}var(--latin),var(--cjk),sans-serif`,
    headings ? `--heading-font:${headings}var(--font)` : '',
    code && `--mono:${code}ui-monospace,Menlo,Consolas,monospace`,
  ].filter(Boolean);
  // A font for texts alone leaves headings as they were.
  if (!headings && text && !fonts.some(({ use }) => use === 'both'))
    properties.push('--heading-font:var(--latin),var(--cjk),sans-serif');
  return `${faces.join('\n')}\n@layer theme{:root{${properties.join(';')}}}\n`;
}

const FORMATS: Readonly<Record<string, string>> = { woff2: 'woff2', woff: 'woff', ttf: 'truetype', otf: 'opentype' };

function format(src: string): string {
  return FORMATS[/\.(\w+)$/.exec(src)?.[1]?.toLowerCase() ?? ''] ?? 'woff2';
}
