import type { Update } from '../../search/browser/engine-types.ts';
import { choicesAddress } from './choices-address.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element } from './elements.ts';
import { mentioned } from './question-address.ts';

/** What the line above the results says of a question whose typos were mended: in words, and as it is shown; nothing of others. */
export function takenLine(
  { query, choices, outcome }: Update,
  { search }: Pick<BoxConfig, 'search'>,
  t: SearchTranslate,
): { said: string; shown: (Node | string)[] } {
  const taken = outcome?.taken;
  if (taken === undefined) return { said: '', shown: [] };
  const [before = '', after = ''] = t('taken', { query: '{query}' }).split('{query}');
  const back = element('a', '', t('asTyped', { query: mentioned(query) }));
  back.href = choicesAddress(search, query, { ...choices, asTyped: true });
  back.dataset.choice = '';
  const words = mentioned(taken);
  return { said: before + words + after, shown: [before, element('strong', '', words), `${after} `, back] };
}
