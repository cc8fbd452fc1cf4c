import pc from 'picocolors';
import { placeOf } from '../../../src/content/insert/places.ts';
import type { Translation } from '../../../src/content/translations.ts';
import type { Counts } from '../insights/count/tally.ts';
import { demandFor, demandText, searchesText } from './demand.ts';
import type { ColorName } from './states.ts';
import { STATES } from './states.ts';

/** Translations of a locale to work on; of more the first few show, of which events name the most asked for. */
const MOST = 200;
const FEW = 50;

/**
 * The report for a terminal: counts per locale, then what is to do, with the changed paragraphs.
 * @param counts What was asked for, where events were counted.
 * @param whole Each translation, however many there are.
 */
export function translationTable(
  translations: readonly Translation[],
  colour = pc.isColorSupported,
  counts?: Counts,
  whole = false,
): string {
  const colours = pc.createColors(colour);
  const locales = [...new Set(translations.map(({ locale }) => locale))];
  const paint = (name: ColorName, text: string): string => colours[name](text);
  const head = ['locale'.padEnd(8), ...STATES.map(({ state }) => state.padStart(10))].join('');
  const states = locales.map((locale) => {
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
    const searched = counts ? `: ${searchesText(locale, counts)}` : '';
    const shown = whole || own.length <= MOST ? own : own.slice(0, FEW);
    const rest = own.length - shown.length;
    const more = rest > 0 ? [`  and ${rest} more: npm run translations -- --locale ${locale}`] : [];
    return ['', colours.bold(locale) + searched, ...shown.flatMap((each) => lines(each, counts)), ...more];
  });
  return `${[head, ...states, ...work].join('\n')}\n`;
}

function lines(translation: Translation, counts: Counts | undefined): string[] {
  const { locale, state, source, article, changed, removed } = translation;
  const first = `  ${state.padEnd(10)} ${article?.file ?? source.file}  ${source.title}`;
  const blocks = changed.map(({ line, text }) => {
    const place = placeOf(source, line);
    return `             ${place.file}:${place.line} ${cut(text)}`;
  });
  return [
    first,
    ...(counts && state === 'missing' ? [`             ${demandText(demandFor(translation, counts), locale)}`] : []),
    ...blocks,
    ...(removed > changed.length ? [`             ${removed - changed.length} paragraphs removed`] : []),
  ];
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
