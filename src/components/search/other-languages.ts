import type { SearchEngine } from '../../search/browser/engine-types.ts';
import { openSearchEngine } from '../../search/browser/search-engine.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, resultItem } from './elements.ts';

const engines = new Map<string, Promise<SearchEngine>>();
/** Articles offered of each other language. */
const OFFERED = 2;
const PASSAGE = 240;

/**
 * Offers, below the results, articles in the site's other languages that answer a query which the page's own
 * language has no confident answer for. A language that cannot be searched is skipped silently.
 * @param wanted Whether the query is still the one on show.
 */
export async function showOtherLanguages(
  region: HTMLElement,
  query: string,
  config: BoxConfig,
  t: SearchTranslate,
  wanted: () => boolean,
): Promise<void> {
  const found = await Promise.all(
    config.others.map(async ({ label, index }) => {
      try {
        let engine = engines.get(index.locale);
        if (!engine) engines.set(index.locale, (engine = openSearchEngine(index, false, PASSAGE)));
        const question = { text: query, limit: OFFERED };
        const ranked = (await (await engine).instant(question)) ?? (await (await engine).lexical(question));
        const hits = ranked.verdict === 'confident' ? (await ranked.outcome()).hits : [];
        return hits.map((hit) =>
          resultItem({ ...hit, category: `${label} › ${hit.category}` }, 'result', index.locale),
        );
      } catch {
        engines.delete(index.locale);
        return [];
      }
    }),
  );
  if (!wanted()) return;
  const items = found.flat();
  const list = element('ol', 'results', ...items);
  list.setAttribute('role', 'list');
  region.replaceChildren(element('h2', 'results-label', t('otherLanguages')), list);
  region.hidden = items.length === 0;
}
