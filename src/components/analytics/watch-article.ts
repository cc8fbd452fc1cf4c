import type { HelpfulDetail } from '../article/helpful.ts';
import type { Happening } from '../../schemas/events.ts';
import { happen } from './track.ts';
import { readNote, writeNote } from './session-store.ts';

type From = Extract<Happening, { type: 'open' }>['from'];

/** Announces that an article is shown, and where its reader came from. */
export function watchArticle(): void {
  const article = document.querySelector<HTMLElement>('[data-helpful]')?.dataset['helpful'];
  const note = readNote('from');
  writeNote('from', undefined);
  if (!article) return;
  const came = note === 'search' || note === 'suggestion' ? note : document.referrer.startsWith(`${location.origin}/`) ? 'link' : 'outside';
  happen({ type: 'open', article, from: came satisfies From });
}

document.addEventListener('signpost:helpful', (event) => {
  const { article, answer, reason } = (event as CustomEvent<HelpfulDetail>).detail;
  if (answer === 'yes') happen({ type: 'answered', article, via: 'helpful' });
  else happen({ type: 'not-helpful', article, reason: (reason as 'unclear' | undefined) ?? null });
});
