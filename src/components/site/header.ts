import { browserStorage } from '../guarded-storage.ts';

/** Each press goes on to the next choice: like the device, light, dark. */
const NEXT: Record<string, string> = { auto: 'light', light: 'dark', dark: 'auto' };
/** theme-boot.js reads it before the first paint. */
const KEY = 'signpost:theme';

const root = document.documentElement;
/** One, but for a page that is there in every language. */
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]');

function show(theme: string): void {
  for (const button of buttons) button.setAttribute('aria-label', `${button.dataset.label}: ${button.dataset[theme]}`);
}

function choose(theme: string): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  // Without storage the choice holds for this page.
  if (theme === 'auto') browserStorage.remove(KEY);
  else browserStorage.set(KEY, theme);
  show(theme);
}

for (const button of buttons)
  button.addEventListener('click', () => choose(NEXT[root.dataset.theme ?? 'auto'] ?? 'auto'));
show(root.dataset.theme ?? 'auto');

// The language menu, made of `<details>`, closes on Escape and when the reader goes elsewhere.
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu')) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
