/** Each press goes on to the next choice: like the device, light, dark. */
const NEXT: Record<string, string> = { auto: 'light', light: 'dark', dark: 'auto' };

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');

function show(theme: string): void {
  const label = button?.dataset[theme];
  if (button && label) button.setAttribute('aria-label', `${button.dataset['label']}: ${label}`);
}

function choose(theme: string): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('signpost:theme');
    else localStorage.setItem('signpost:theme', theme);
  } catch {
    // Without storage the choice holds for this page.
  }
  show(theme);
}

button?.addEventListener('click', () => choose(NEXT[root.dataset['theme'] ?? 'auto'] ?? 'auto'));
show(root.dataset['theme'] ?? 'auto');
