import type { Hit } from '../../../search/core/types.ts';
import { pageSession } from '../../search/page-session.ts';
import { answer } from './suggested-answer.ts';
import type { WriteConfig } from './config.ts';
import type { WriteParts } from './elements.ts';
import type { Translate } from '../../../i18n/create-translator.ts';

/** A pause in writing (ms) after which answers are shown. */
const PAUSE = 300;
/** They are looked for after a shorter one, or at the end of a word, so that they are there when the pause is over. */
const BREATH = 60;
const WORD_END = /[\s.,;:!?。，；：！？]$/u;
const SHOWN = 3;
/** Characters of a passage. */
const PASSAGE = 220;
/** What is searched for at most (characters): the subject and the beginning of the message. */
const LONGEST = 1500;
/** Shorter texts say too little; a Chinese or Korean character says more than a Latin one. */
const SHORTEST = 12;
const SHORTEST_CJK = 4;

/** Shows up to three answers below the message while it is written; an open one stays. */
export function suggestAnswers(parts: WriteParts, config: WriteConfig, t: Translate): void {
  const place = parts.part('suggested');
  const list = parts.part('answers');
  const heard = parts.part('heard');
  /** The newest answers, held back until the writer pauses. */
  let found: { query: string; hits: Hit[] } | undefined;
  let pausing = true;
  const session = pageSession(config.index, PASSAGE, ({ state, outcome, query }) => {
    if (state === 'searching') return;
    // A whole message seldom gets a confident verdict; the three closest articles are worth a glance all the same.
    found = { query, hits: query && outcome ? outcome.hits.slice(0, SHOWN) : [] };
    if (pausing) showFound();
  });

  function showFound(): void {
    if (!found) return;
    show(found.hits);
    place.dataset['query'] = found.query;
    found = undefined;
  }

  function show(hits: Hit[]): void {
    if (list.querySelector('details[open]')) return;
    const before = [...list.children].map((one) => (one as HTMLElement).dataset['article']).join();
    if (before === hits.map((hit) => hit.article).join()) return;
    list.replaceChildren(...hits.map((hit) => answer(hit, t)));
    // Told once when answers appear; changes among them would only interrupt.
    if (place.hidden && hits.length > 0) heard.textContent = t('suggest.announce', { count: hits.length });
    if (hits.length === 0) heard.textContent = '';
    place.hidden = hits.length === 0;
  }

  const look = (): void => {
    const text = [parts.field('subject')?.value, parts.field('body')?.value].filter((one) => one?.trim()).join('\n').trim().slice(0, LONGEST);
    found = undefined;
    session.search({ text: says(text) ? text : '', limit: SHOWN });
  };
  let breath: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  parts.form.addEventListener('input', ({ target }) => {
    const field = [parts.field('subject'), parts.field('body')].find((one) => one && one === target);
    if (!field) return;
    clearTimeout(breath);
    clearTimeout(pause);
    pausing = false;
    breath = setTimeout(look, WORD_END.test(field.value) ? 0 : BREATH);
    pause = setTimeout(() => {
      pausing = true;
      showFound();
    }, PAUSE);
  });
  parts.form.addEventListener('focusin', () => session.warm(), { once: true });
  look();
}

function says(text: string): boolean {
  return text.length >= (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? SHORTEST_CJK : SHORTEST);
}
