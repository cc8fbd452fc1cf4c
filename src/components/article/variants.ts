import { browserStorage } from '../guarded-storage.ts';

/** As variants-boot.js reads it: `device=ios&plan=`, a name for each choice, nothing where everything was chosen. */
const KEY = 'signpost:variants';

const line = document.querySelector<HTMLElement>('[data-variants]');
const tabs = [...document.querySelectorAll<HTMLElement>('.tabs > [role="tablist"] > [role="tab"]')];

/** What a choice changes, variants-boot.js folds and unfolds. */
line?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  const kept = new URLSearchParams(browserStorage.get(KEY) ?? '');
  kept.set(target.name, target.value);
  browserStorage.set(KEY, kept.toString());
});

for (const tab of tabs) {
  const body = panelOf(tab)?.querySelector('.details-body');
  body?.setAttribute('role', 'tabpanel');
  body?.setAttribute('aria-label', tab.textContent);
  tab.addEventListener('click', () => choose(tab));
  tab.addEventListener('keydown', (event) => {
    const next = neighbour(tab, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(next);
  });
}

// An address and the browser's own search open a panel by themselves.
document.addEventListener(
  'toggle',
  ({ target }) => {
    const tab = tabs.find((one) => panelOf(one) === target);
    if (tab?.tabIndex === -1 && target instanceof HTMLDetailsElement && target.open) show(target);
  },
  true,
);

function panelOf(tab: HTMLElement): HTMLElement | null {
  return document.getElementById(tab.getAttribute('aria-controls') ?? '')?.closest('details') ?? null;
}

/** The tab to which a key leads: arrows go round, and the way they point. */
function neighbour(tab: HTMLElement, key: string): HTMLElement | undefined {
  const all = tabs.filter(({ parentElement }) => parentElement === tab.parentElement);
  const forward = getComputedStyle(tab).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const at = all.indexOf(tab);
  const places: Record<string, number> = { [forward]: (at + 1) % all.length, [backward]: at - 1, Home: 0, End: -1 };
  const place = places[key];
  return place === undefined ? undefined : all.at(place);
}

/** Chooses for the whole site what the panel is for; the tab stays where it is, whatever folds above it. */
function choose(tab: HTMLElement): void {
  const panel = panelOf(tab);
  const before = tab.getBoundingClientRect().top;
  for (const [name, values] of new URLSearchParams(panel?.dataset.for)) {
    const select = [...document.querySelectorAll<HTMLSelectElement>('[data-variants] select')].find(
      (one) => one.name === name,
    );
    if (!select || values.split(' ').includes(select.value)) continue;
    select.value = values.split(' ')[0] ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
  show(panel);
  scrollBy(0, tab.getBoundingClientRect().top - before);
}

function show(panel: Element | null): void {
  line?.dispatchEvent(new CustomEvent('change', { detail: panel }));
}
