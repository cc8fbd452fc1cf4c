import { citationOf, cite, type Format, PASSAGE } from '../../agents/citation.ts';
import { guessLocale, questionOf } from '../../agents/customer-message.ts';
import { createTranslator } from '../../i18n/create-translator.ts';
import type { Hit, Outcome, Verdict } from '../../search/core/types.ts';
import { OWN_PAGE_ID } from '../../site/urls.ts';
import { easeLongText } from '../long-text.ts';
import { pageSession } from '../search/page-session.ts';
import { AnswerList } from './answer-list.ts';
import { preferredFormat, setPreferredFormat, writeToClipboard } from './clipboard.ts';
import type { AgentsConfig } from './config.ts';

/** A pause in typing (ms) after which answers are looked up; a pasted message is looked up at once. */
const PAUSE = 120;

/** So many answers are shown, and so many when none of them is sure. */
const ANSWERS = 6;
const UNSURE = 3;

const form = document.querySelector<HTMLFormElement>('[data-agents]');
if (form) open(form);

/** Finds the sections that answer a pasted message and copies them in the form an agent needs. Nothing leaves the page. */
function open(form: HTMLFormElement): void {
  const config = JSON.parse(form.dataset.agents ?? '') as AgentsConfig;
  const t = createTranslator(config.strings, config.locale);
  const message = form.querySelector('textarea')!;
  easeLongText(message);
  const [format, language] = [...form.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
  const element = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const list = new AnswerList(element('answers'), t, (hits) => void copy(hits));
  let locale = config.locale;
  /** What was requested while the answers were still those of an older text. */
  let copyWhenFound = false;

  const show = (code: string, query: string, hits: Hit[], verdict: Verdict | undefined, failed: boolean): void => {
    list.show(hits, code, config.reviews[code] ?? {});
    form.dataset.query = query;
    element('hint').hidden = query !== '';
    element('found').textContent = failed
      ? t('agents.failed')
      : query === ''
        ? ''
        : hits.length === 0
          ? t('agents.none')
          : t(verdict === 'none' ? 'agents.unsure' : 'agents.found', { count: hits.length });
    element('said').textContent = '';
    if (copyWhenFound) void copy(list.chosen());
    copyWhenFound = false;
  };
  const sessions = new Map(
    Object.entries(config.indexes).map(([code, index]) => [
      code,
      pageSession({ index }, PASSAGE, ({ query, state, outcome }) => {
        if (code !== locale || state === 'searching' || query !== question()) return;
        show(code, query, query ? shown(outcome) : [], outcome?.verdict, state === 'offline' || state === 'broken');
      }),
    ]),
  );

  const question = (): string => questionOf(message.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookUp = (): void => {
    clearTimeout(timer);
    locale = language.value || guessLocale(question(), Object.keys(config.indexes), config.locale);
    sessions.get(locale)?.search({ text: question(), limit: ANSWERS });
  };
  message.addEventListener('input', (event) => {
    clearTimeout(timer);
    if ((event as InputEvent).inputType === 'insertFromPaste') lookUp();
    else timer = setTimeout(lookUp, PAUSE);
  });
  language.addEventListener('change', lookUp);

  const copy = async (hits: Hit[]): Promise<void> => {
    if (hits.length === 0) return;
    const copied = await writeToClipboard(
      cite(
        hits.map((hit) => citationOf(hit, config.root)),
        format.value as Format,
      ),
    );
    if (copied) list.markCopied(hits);
    const [first] = hits;
    element('said').textContent = !copied
      ? t('agents.notCopied')
      : hits.length === 1
        ? t('agents.copied', { title: first!.title })
        : t('agents.copiedMany', { count: hits.length });
  };

  form.addEventListener('keydown', (event) => {
    const copies = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const moves = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (!copies && !moves) return;
    event.preventDefault();
    if (moves) return list.move(event.key === 'ArrowDown' ? 1 : -1, message);
    if (form.dataset.query === question()) return void copy(list.chosen());
    copyWhenFound = true;
    lookUp();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  format.addEventListener('change', () => setPreferredFormat(format.value));
  format.value = preferredFormat() ?? format.value;
  for (const session of sessions.values()) session.warm();
  // A first search fetches what every later one needs; nobody sees what it finds.
  sessions.get(locale)?.search({ text: document.title, limit: 1 });
  if (message.value) lookUp();
}

function shown(outcome: Outcome | undefined): Hit[] {
  // A page of the owner's own answers no customer, and has no permalink.
  const articles = outcome?.hits.filter(({ article }) => !article.startsWith(OWN_PAGE_ID));
  return articles?.slice(0, outcome?.verdict === 'none' ? UNSURE : ANSWERS) ?? [];
}
