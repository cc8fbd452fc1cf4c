import { type Filterable, filterable, wordsFilter } from './filter-words.ts';

/** A pause in typing after which the number is said (ms); sooner it would interrupt the echo of keys. */
const DEBOUNCE = 500;

const form = document.querySelector<HTMLFormElement>('[data-filter]');
const input = form?.querySelector('input');
const status = form?.querySelector<HTMLElement>('[role=status]');
const link = form?.querySelector('a');

interface Row {
  element: HTMLElement;
  text: Filterable;
}

/** A letter with its articles, and the way to it in the list of letters. */
interface Group {
  section: HTMLElement;
  jump: HTMLElement | null | undefined;
  rows: Row[];
}

/** Hides the rows of a list by letters that lack the words in its field, and letters without rows. */
if (form && input && status && link) {
  let groups: Group[] | undefined;
  let found = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const typed = input.value.trim();
    const matches = wordsFilter(typed);
    found = 0;
    groups ??= readGroups();
    for (const { section, jump, rows } of groups) {
      const kept = rows.filter(({ element, text }) => !(element.hidden = !matches(text)));
      found += kept.length;
      section.hidden = kept.length === 0;
      if (jump) jump.hidden = section.hidden;
    }
    link.hidden = found > 0;
    link.textContent = (link.dataset.text ?? '').replace('{query}', () => typed);
    link.href = `${form.action}?q=${encodeURIComponent(typed)}`;
    const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = typed === '' ? '' : said(status.dataset.found ?? '', { count: found, total });
    }, DEBOUNCE);
  };

  input.addEventListener('input', show);
  // Enter closes the keyboard of a phone; only what the list lacks is searched for.
  form.addEventListener('submit', (event) => {
    if (found === 0 && input.value.trim() !== '') return;
    event.preventDefault();
    input.blur();
  });
  // What a browser has kept in the field when a reader comes back.
  if (input.value !== '') show();
}

function readGroups(): Group[] {
  return [...document.querySelectorAll<HTMLElement>('.letter')].map((section) => ({
    section,
    jump: document
      .querySelector(`.letters a[href="#${CSS.escape(section.querySelector('h2')?.id ?? '')}"]`)
      ?.closest('li'),
    rows: [...section.querySelectorAll<HTMLElement>('.row')].map((element) => ({
      element,
      text: filterable(element.textContent),
    })),
  }));
}

function said(template: string, values: Record<string, number>): string {
  const { lang } = document.documentElement;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.toLocaleString(lang) ?? '');
}
