/** The elements that SearchPage.astro renders and its scripts fill. */
export interface PageParts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  intro: HTMLElement;
  note: HTMLElement;
  retry: HTMLButtonElement;
  answer: HTMLElement;
  closest: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  person: HTMLElement;
  others: HTMLElement;
  deep: HTMLElement;
  status: HTMLElement;
}

/** Finds the parts by their `data-part`. @throws Error naming the part that is missing: a mistake in SearchPage.astro. */
export function pageParts(page: HTMLElement): PageParts {
  const part = <E extends HTMLElement>(name: keyof PageParts): E => {
    const found = page.querySelector<E>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The results page has no data-part="${name}".`);
    return found;
  };
  return {
    form: part('form'),
    input: part('input'),
    intro: part('intro'),
    note: part('note'),
    retry: part('retry'),
    answer: part('answer'),
    closest: part('closest'),
    list: part('list'),
    more: part('more'),
    person: part('person'),
    others: part('others'),
    deep: part('deep'),
    status: part('status'),
  };
}
