import pc from 'picocolors';
import type { Translation } from '../../../src/content/translations.ts';
import type { ColorName } from './states.ts';
import { STATES } from './states.ts';

/** The report for a terminal: counts per locale, then what is to do, with the changed paragraphs. */
export function translationTable(translations: readonly Translation[], colour = pc.isColorSupported): string {
  const colours = pc.createColors(colour);
  const locales = [...new Set(translations.map(({ locale }) => locale))];
  const paint = (name: ColorName, text: string): string => colours[name](text);
  const head = ['locale'.padEnd(8), ...STATES.map(({ state }) => state.padStart(10))].join('');
  const counts = locales.map((locale) => {
    const own = translations.filter((each) => each.locale === locale);
    return [
      locale.padEnd(8),
      ...STATES.map(({ state, color }) =>
        paint(color, String(own.filter((each) => each.state === state).length).padStart(10)),
      ),
    ].join('');
  });
  const work = locales.flatMap((locale) => {
    const own = translations.filter((each) => each.locale === locale && each.state !== 'complete');
    if (own.length === 0) return [];
    return ['', colours.bold(locale), ...own.flatMap(lines)];
  });
  return `${[head, ...counts, ...work].join('\n')}\n`;
}

function lines({ state, source, article, changed, removed }: Translation): string[] {
  const first = `  ${state.padEnd(10)} ${article?.file ?? source.file}  ${source.title}`;
  const blocks = changed.map(({ line, text }) => `             ${source.file}:${line} ${cut(text)}`);
  return [
    first,
    ...blocks,
    ...(removed > changed.length ? [`             ${removed - changed.length} paragraphs removed`] : []),
  ];
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
