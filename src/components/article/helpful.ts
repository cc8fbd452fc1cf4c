/** What a reader said about an article; sent as the event `signpost:helpful` on the document. */
export interface HelpfulDetail {
  article: string;
  locale: string;
  answer: 'yes' | 'no';
  reason?: string;
  /** What the reader needed, in their own words, which are searched for at once. */
  words?: string;
}

/** Whoever waits longer for suggested articles (ms) sees the related articles, which then stay. */
const PATIENCE = 2000;

const form = document.querySelector<HTMLElement>('[data-helpful]');
if (form) listen(form);

function listen(form: HTMLElement): void {
  const { helpful: article = '', locale = '' } = form.dataset;
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('[data-answer]')];
  const tell = (detail: HelpfulDetail) => document.dispatchEvent(new CustomEvent('signpost:helpful', { detail }));

  let offered = false;
  /** Looks for articles to suggest: once by itself, and again for each text that the reader writes. */
  const offer = (words?: string) => {
    if (!offered || words) void fillInTime(form, article, words);
    offered = true;
  };
  form.querySelector('form')?.addEventListener('submit', (event) => {
    const words = form.querySelector<HTMLInputElement>('form input')?.value.trim();
    event.preventDefault();
    if (!words) return;
    offer(words);
    tell({ article, locale, answer: 'no', words });
  });

  const answer = (chosen: HTMLButtonElement) => {
    const value = chosen.dataset.answer === 'yes' ? 'yes' : 'no';
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
    for (const part of form.querySelectorAll<HTMLElement>('[data-after]')) part.hidden = part.dataset.after !== value;
    const status = form.querySelector('[role="status"]');
    if (status) status.textContent = chosen.dataset.said ?? '';
    if (value === 'no') offer();
    tell({ article, locale, answer: value });
  };
  for (const button of buttons) button.addEventListener('click', () => answer(button));

  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio')
      tell({ article, locale, answer: 'no', reason: event.target.value });
  });
}

/** Keeps the place of the rows while they are looked for, since rows must not change under a finger. */
async function fillInTime(form: HTMLElement, article: string, words?: string): Promise<void> {
  const list = form.querySelector<HTMLElement>('.rows');
  if (!list) return;
  let late = false;
  const search = async () => {
    const { suggestArticles } = await import('./suggest-articles.ts');
    await suggestArticles({ form, list, article, words }, () => late);
  };
  list.setAttribute('aria-busy', 'true');
  await Promise.race([search().catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  late = true;
  list.removeAttribute('aria-busy');
}
