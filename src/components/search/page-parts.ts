/** The elements that ResultsBody.astro renders and its scripts fill. */
export interface PageParts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  intro: HTMLElement;
  cut: HTMLElement;
  elsewhere: HTMLElement;
  better: HTMLElement;
  note: HTMLElement;
  choices: HTMLElement;
  taken: HTMLElement;
  which: HTMLElement;
  categories: HTMLElement;
  retry: HTMLButtonElement;
  answer: HTMLElement;
  closest: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  person: HTMLElement;
  others: HTMLElement;
  late: HTMLElement;
  deep: HTMLElement;
  status: HTMLElement;
}

/** Finds the parts by their `data-part`. @throws Error naming the part that is missing: a mistake in ResultsBody.astro. */
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
    cut: part('cut'),
    elsewhere: part('elsewhere'),
    better: part('better'),
    note: part('note'),
    choices: part('choices'),
    taken: part('taken'),
    which: part('which'),
    categories: part('categories'),
    retry: part('retry'),
    answer: part('answer'),
    closest: part('closest'),
    list: part('list'),
    more: part('more'),
    person: part('person'),
    others: part('others'),
    late: part('late'),
    deep: part('deep'),
    status: part('status'),
  };
}
