import { placeOf } from '../../../src/content/insert/places.ts';
import type { Translation } from '../../../src/content/translations.ts';
import { escapeHtml } from '../../../src/site/escape-html.ts';
import type { Counts } from '../insights/count/tally.ts';
import { demandFor, demandText, searchesText } from './demand.ts';
import { STATES } from './states.ts';

/** The report as one HTML file without anything from elsewhere: a table for each locale, changed paragraphs included. */
export function translationHtml(translations: readonly Translation[], made = new Date(), counts?: Counts): string {
  const locales = [...new Set(translations.map(({ locale }) => locale))];
  const tables = locales.map((locale) =>
    table(
      locale,
      translations.filter((each) => each.locale === locale),
      counts,
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Translations</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-inline-size: 70rem; padding-inline: 1rem; color-scheme: light dark; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.8rem; border-block-end: 1px solid #8886; }
blockquote { margin: 0.2rem 0; padding-inline-start: 0.8rem; border-inline-start: 3px solid #8886; white-space: pre-wrap; }
</style>
<h1>Translations</h1>
<p>As of ${made.toISOString().slice(0, 10)}.</p>
${tables.join('\n')}
`;
}

function placeText(source: Translation['source'], line: number): string {
  const place = placeOf(source, line);
  return place.file === source.file ? `line ${place.line}` : `${escapeHtml(place.file)}, line ${place.line}`;
}

function table(locale: string, own: Translation[], counts: Counts | undefined): string {
  const states = STATES.map(({ state }) => `${own.filter((each) => each.state === state).length} ${state}`).join(', ');
  const asked = (translation: Translation): string =>
    counts && translation.state === 'missing' ? `<br>${demandText(demandFor(translation, counts), locale)}` : '';
  const rows = own.map((translation) => {
    const { state, source, article, changed, removed } = translation;
    return `<tr><td>${state}</td><td>${escapeHtml(source.title)}<br><code>${escapeHtml(article?.file ?? source.file)}</code>${asked(translation)}</td><td>${changed.map(({ line, text }) => `${placeText(source, line)}<blockquote>${escapeHtml(text)}</blockquote>`).join('')}${removed > changed.length ? `${removed - changed.length} removed` : ''}</td></tr>`;
  });
  return `<h2 id="${escapeHtml(locale)}">${escapeHtml(locale)}</h2>
<p>${states}${counts ? `; ${searchesText(locale, counts)}` : ''}</p>
<table>
<thead><tr><th scope="col">State</th><th scope="col">Article</th><th scope="col">Changed since</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}
