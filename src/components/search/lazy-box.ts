/**
 * What every page carries of the search: it fetches the rest when somebody is about to search.
 * Whatever is typed meanwhile stands in the input and is searched for when the code arrives.
 */
import { tabStorage } from '../guarded-storage.ts';
import { addressed, keepQuestion, searchAddress } from './question-address.ts';

const boxes = [...document.querySelectorAll<HTMLFormElement>('[data-search-box]')];
const opened = new WeakSet<HTMLFormElement>();
/** The page and the question of the suggestion that was opened last. */
const KEY = 'signpost:typed';

async function open(box: HTMLFormElement): Promise<void> {
  if (opened.has(box)) return;
  opened.add(box);
  try {
    const { openBox } = await import('./box.ts');
    openBox(box);
  } catch {
    // Without the code the form still leads to the results page; the next intent tries again.
    opened.delete(box);
  }
}

for (const box of boxes) {
  for (const intent of ['focusin', 'pointerenter', 'keydown'])
    box.addEventListener(intent, () => void open(box), { passive: true });
  if (box.contains(document.activeElement)) void open(box);
  const input = box.querySelector('input');
  box.addEventListener('click', ({ target }) => {
    if (input && target instanceof Element && target.closest('.search-panel a'))
      tabStorage.set(KEY, `${location.pathname} ${input.value}`);
  });
  // Who comes back from an article finds the question, also where the browser has not kept the page.
  if (input && input.value === '' && cameBack()) {
    const [page, question] = /^(\S+) (.*)$/s.exec(tabStorage.get(KEY) ?? '')?.slice(1) ?? [];
    if (page === location.pathname && question) input.value = question;
  }
  // Hosts refuse the address of a long question.
  box.addEventListener('submit', (event) => {
    const query = box.querySelector('input')?.value ?? '';
    if (addressed(query) === query) return;
    event.preventDefault();
    keepQuestion(query);
    location.assign(searchAddress(box.action, query));
  });
  // The code that arrives in the middle of a composition must know that the text is half a word.
  box.addEventListener('compositionstart', () => (box.dataset.composing = ''));
  box.addEventListener('compositionend', () => delete box.dataset.composing);
}

function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'back_forward';
}

/** Whether a key typed here is meant as text. */
function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target);
  const shortcut =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !shortcut) return;
  const input = [...document.querySelectorAll<HTMLInputElement>('.search-input')].find((one) => one.checkVisibility());
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
