import type { Choices } from '../../search/browser/engine-types.ts';
import { VARIANTS, variantsIn } from '../../site/urls.ts';
import { searchAddress } from './question-address.ts';

/** The address of a page of results with what was chosen beside the question. */
export function choicesAddress(
  page: string,
  query: string,
  { asTyped, about, category, variants = [] }: Choices = {},
): string {
  const chosen = new URLSearchParams({
    ...(asTyped && { typed: '1' }),
    ...(about && { about }),
    ...(category && { category }),
    ...(variants.length > 0 && { [VARIANTS]: variants.join() }),
  });
  return `${searchAddress(page, query)}${chosen.size > 0 ? `&${chosen}` : ''}`;
}

/** No title is longer that is read as a subject or a category. */
const LONGEST = 200;

/** What the address of a page of results has chosen. */
export function choicesIn(search: string): Choices {
  const chosen = new URLSearchParams(search);
  const text = (name: string) => chosen.get(name)?.trim().slice(0, LONGEST);
  const [about, category] = [text('about'), text('category')];
  const variants = variantsIn(search);
  return {
    ...(chosen.get('typed') === '1' && { asTyped: true }),
    ...(about && { about }),
    ...(category && { category }),
    ...(variants.length > 0 && { variants }),
  };
}
