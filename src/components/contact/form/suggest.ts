import { cutQuestions } from '../../../agents/message/cut-questions.ts';
import { ownWords } from '../../../agents/message/own-words.ts';
import { searchText } from '../../../agents/message/search-text.ts';
import type { Translate } from '../../../i18n/create-translator.ts';
import type { Hit } from '../../../search/core/types.ts';
import { pageSession } from '../../search/page-session.ts';
import type { ContactFormConfig } from './config.ts';
import type { FormElements } from './elements.ts';
import { suggestedAnswer } from './suggested-answer.ts';

/** A pause in writing (ms) after which answers are shown. */
const PAUSE = 300;
/** They are looked for after a shorter one, or at the end of a word, so that they are there when the pause is over. */
const SHORT_PAUSE = 60;
const WORD_END = /[\s.,;:!?。，；：！？]$/u;
const SHOWN = 3;
/** Characters of a passage. */
const PASSAGE = 220;
/** What is searched for at most (characters): the subject and the beginning of the message. */
const LONGEST = 1500;
/** So many of its questions are asked one by one, the newest. */
const QUESTIONS = 3;
/** Shorter texts say too little; a Chinese or Korean character says more than a Latin one. */
const SHORTEST = 12;
const SHORTEST_CJK = 4;

/** Shows answers below the message while it is written, certain ones only; an open one stays. */
export function suggestAnswers(elements: FormElements, config: ContactFormConfig, t: Translate): void {
  const place = elements.get('suggested');
  const list = elements.get('answers');
  const heard = elements.get('heard');
  /** The newest answers, held back until the writer pauses. */
  let found: { query: string; hits: Hit[] } | undefined;
  let pausing = true;
  /** The message that is looked up, what of it is still to be asked, and the answers so far. */
  let message = '';
  let left: Lookup[] = [];
  let answers: Hit[] = [];
  const session = pageSession(config, PASSAGE, ({ state, outcome, query }) => {
    if (state === 'searching') return;
    const [answer] = outcome?.verdict === 'confident' ? outcome.hits : [];
    if (answer && !answers.some(({ article }) => article === answer.article)) answers.push(answer);
    left = left.filter(({ always }) => always || answers.length === 0);
    const next = left.shift();
    if (next && query) return session.search({ text: next.text, limit: SHOWN });
    found = { query: message, hits: answers };
    if (pausing) showFound();
  });

  function showFound(): void {
    if (!found) return;
    show(found.hits);
    place.dataset.query = found.query;
    found = undefined;
  }

  function show(hits: Hit[]): void {
    if (list.querySelector('details[open]')) return;
    const before = [...list.children].map((one) => (one as HTMLElement).dataset.article).join();
    if (before === hits.map((hit) => hit.article).join()) return;
    list.replaceChildren(...hits.map((hit) => suggestedAnswer(hit, t)));
    // Announced once when answers appear; announcing further changes would only interrupt.
    if (place.hidden && hits.length > 0) heard.textContent = t('suggest.announce', { count: hits.length });
    if (hits.length === 0) heard.textContent = '';
    place.hidden = hits.length === 0;
  }

  const lookUp = (): void => {
    const text = [elements.field('subject')?.value, elements.field('body')?.value]
      .filter((one) => one?.trim())
      .join('\n')
      .trim()
      .slice(0, LONGEST);
    found = undefined;
    message = saysEnough(text) ? text : '';
    left = lookups(message);
    answers = [];
    session.search({ text: left.shift()?.text ?? '', limit: SHOWN });
  };
  let shortPause: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  elements.form.addEventListener('input', ({ target }) => {
    const field = [elements.field('subject'), elements.field('body')].find((one) => one && one === target);
    if (!field) return;
    clearTimeout(shortPause);
    clearTimeout(pause);
    pausing = false;
    shortPause = setTimeout(lookUp, WORD_END.test(field.value) ? 0 : SHORT_PAUSE);
    pause = setTimeout(() => {
      pausing = true;
      showFound();
    }, PAUSE);
  });
  elements.form.addEventListener('focusin', () => session.warm(), { once: true });
  lookUp();
}

/** What is searched for, and whether it is where there are answers already. */
interface Lookup {
  text: string;
  always: boolean;
}

/** Each question of a message, and the whole of it: first where it is one question, after them where it is several. */
function lookups(message: string): Lookup[] {
  if (message === '') return [];
  const own = ownWords(message);
  const questions = cutQuestions(own)
    .filter(({ text, asks }) => asks && saysEnough(text))
    .slice(-QUESTIONS)
    .map(({ text }) => ({ text: searchText(text), always: true }));
  const whole = { text: searchText(own), always: false };
  return questions.length > 1 ? [...questions, whole] : [whole, ...questions.map((one) => ({ ...one, always: false }))];
}

function saysEnough(text: string): boolean {
  return (
    text.length >=
    (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? SHORTEST_CJK : SHORTEST)
  );
}
