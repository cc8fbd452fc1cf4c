import type { Choices } from '../../search/browser/engine-types.ts';
import { searchAddress } from './question-address.ts';

/** The address of a page of results with what was chosen beside the question. */
export function choicesAddress(page: string, query: string, { asTyped }: Choices = {}): string {
  const chosen = new URLSearchParams(asTyped ? { typed: '1' } : {});
  return `${searchAddress(page, query)}${chosen.size > 0 ? `&${chosen}` : ''}`;
}

/** What the address of a page of results has chosen. */
export function choicesIn(search: string): Choices {
  return new URLSearchParams(search).get('typed') === '1' ? { asTyped: true } : {};
}
