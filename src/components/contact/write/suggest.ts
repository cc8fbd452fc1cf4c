import type { Hit } from '../../../search/core/types.ts';
import { pageSession } from '../../search/page-session.ts';
import { answer } from './answer.ts';
import type { WriteConfig } from './config.ts';
import type { WriteParts } from './parts.ts';
import type { Say } from './say.ts';

/** A pause in writing (ms) after which answers are looked for. */
const PAUSE = 300;
const SHOWN = 3;
/** Characters of a passage. */
const PASSAGE = 220;
/** What is searched for at most (characters): the subject and the beginning of the message. */
const LONGEST = 1500;
/** Shorter texts say too little; a Chinese or Korean character says more than a Latin one. */
const SHORTEST = 12;
const SHORTEST_CJK = 4;

/** Shows up to three answers below the message while it is written; an open one stays. */
export function suggestAnswers(parts: WriteParts, config: WriteConfig, say: Say): void {
  const place = parts.part('suggested');
  const list = parts.part('answers');
  const heard = parts.part('heard');
  const session = pageSession(config.index, PASSAGE, ({ state, outcome, query }) => {
    if (state === 'searching') return;
    // A whole message seldom gets a confident verdict; the three closest articles are worth a glance all the same.
    show(query && outcome ? outcome.hits.slice(0, SHOWN) : []);
    place.dataset['query'] = query;
  });

  function show(hits: Hit[]): void {
    if (list.querySelector('details[open]')) return;
    const before = [...list.children].map((one) => (one as HTMLElement).dataset['article']).join();
    if (before === hits.map((hit) => hit.article).join()) return;
    list.replaceChildren(...hits.map((hit) => answer(hit, say)));
    // Told once when answers appear; changes among them would only interrupt.
    if (place.hidden && hits.length > 0) heard.textContent = say('suggest.announce', { count: hits.length });
    if (hits.length === 0) heard.textContent = '';
    place.hidden = hits.length === 0;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const text = [parts.field('subject')?.value, parts.field('body')?.value].filter((one) => one?.trim()).join('\n').trim().slice(0, LONGEST);
    session.search({ text: says(text) ? text : '', limit: SHOWN });
    if (!says(text)) show([]);
  };
  parts.form.addEventListener('input', ({ target }) => {
    if (target !== parts.field('subject') && target !== parts.field('body')) return;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  parts.form.addEventListener('focusin', () => session.warm(), { once: true });
  look();
}

function says(text: string): boolean {
  return text.length >= (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? SHORTEST_CJK : SHORTEST);
}
