import type { BoxConfig, SearchTranslate } from './config.ts';
import { searchAddress } from './question-address.ts';
import { group, option } from './rows.ts';

/** The rows of an empty box: questions that the owner chose, each a link to its answers. */
export function exampleRows(
  id: string,
  { search, examples = [] }: Pick<BoxConfig, 'search' | 'examples'>,
  t: SearchTranslate,
): HTMLElement[] {
  const rows = examples.map((question, place) =>
    option(`${id}-example-${place}`, searchAddress(search, question), '', question),
  );
  return [group(t('examples'), true, rows)];
}
