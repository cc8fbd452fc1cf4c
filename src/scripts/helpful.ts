/** What a reader said about an article; sent as the event `signpost:helpful` on the document. */
export interface HelpfulDetail {
  article: string;
  locale: string;
  answer: 'yes' | 'no';
  reason?: string;
}

const form = document.querySelector<HTMLElement>('[data-helpful]');
if (form) listen(form);

function listen(form: HTMLElement): void {
  const { helpful: article = '', locale = '' } = form.dataset;
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('[data-answer]')];
  const tell = (detail: HelpfulDetail) => document.dispatchEvent(new CustomEvent('signpost:helpful', { detail }));

  const answer = (chosen: HTMLButtonElement) => {
    const value = chosen.dataset['answer'] === 'yes' ? 'yes' : 'no';
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen));
    for (const part of form.querySelectorAll<HTMLElement>('[data-after]')) part.hidden = part.dataset['after'] !== value;
    const status = form.querySelector('[role="status"]');
    if (status) status.textContent = chosen.dataset['said'] ?? '';
    tell({ article, locale, answer: value });
  };
  for (const button of buttons) button.addEventListener('click', () => answer(button));

  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) tell({ article, locale, answer: 'no', reason: event.target.value });
  });
}
