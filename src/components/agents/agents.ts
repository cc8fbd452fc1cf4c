import type { Hit, Outcome, Verdict } from '../../search/core/types.ts';
import { agentQuestion, ANSWERS, PASSAGE } from '../../agents/customer-message.ts';
import { cite, type Citation, type Format } from '../../agents/citation.ts';
import { localeOf } from '../../agents/language-guess.ts';
import { permalinkOfHit } from '../../site/urls.ts';
import { createTranslator } from '../../i18n/create-translator.ts';
import { pageSession } from '../search/page-session.ts';
import { AnswerList } from './answer-list.ts';
import { toClipboard } from './clipboard.ts';
import type { AgentsConfig } from './config.ts';
import { keepFormat, keptFormat } from './preferred-format.ts';

/** A pause in typing (ms) after which answers are looked for; a pasted message is looked for at once. */
const PAUSE = 120;

/** So many answers are shown when none of them is sure. */
const UNSURE = 3;

const form = document.querySelector<HTMLFormElement>('[data-agents]');
if (form) open(form);

/** Finds the sections that answer a pasted message and copies them in the form an agent needs. Nothing leaves the page. */
function open(form: HTMLFormElement): void {
  const config = JSON.parse(form.dataset['agents'] ?? '') as AgentsConfig;
  const t = createTranslator(config.strings, config.locale);
  const message = form.querySelector('textarea')!;
  const [format, language] = [...form.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const list = new AnswerList(part('answers'), t, (hits) => void copy(hits));
  let locale = config.locale;
  /** What was asked for while the answers were still those of an older text. */
  let copyWhenFound = false;

  const show = (code: string, query: string, hits: Hit[], verdict: Verdict | undefined, failed: boolean): void => {
    list.show(hits, code, config.reviews[code] ?? {});
    form.dataset['query'] = query;
    part('hint').hidden = query !== '';
    part('found').textContent = failed ? t('agents.failed') : query === '' ? '' : hits.length === 0 ? t('agents.none') : t(verdict === 'none' ? 'agents.unsure' : 'agents.found', { count: hits.length });
    part('said').textContent = '';
    if (copyWhenFound) void copy(list.chosen());
    copyWhenFound = false;
  };
  const sessions = new Map(
    Object.entries(config.indexes).map(([code, index]) => [code, pageSession(index, PASSAGE, ({ query, state, outcome }) => {
      if (code !== locale || state === 'searching' || query !== wanted()) return;
      show(code, query, query ? shown(outcome) : [], outcome?.verdict, state === 'offline' || state === 'broken');
    })]),
  );

  const wanted = (): string => agentQuestion(message.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    locale = language.value || localeOf(wanted(), Object.keys(config.indexes), config.locale);
    sessions.get(locale)?.search({ text: wanted(), limit: ANSWERS });
  };
  message.addEventListener('input', (event) => {
    clearTimeout(timer);
    if ((event as InputEvent).inputType === 'insertFromPaste') look();
    else timer = setTimeout(look, PAUSE);
  });
  language.addEventListener('change', look);

  const citation = (hit: Hit): Citation => {
    return { title: hit.title, section: hit.headings.at(-1) ?? '', url: permalinkOfHit(config.root, hit), passage: hit.passage.text };
  };
  const copy = async (hits: Hit[]): Promise<void> => {
    if (hits.length === 0) return;
    const copied = await toClipboard(cite(hits.map(citation), format.value as Format));
    if (copied) list.markCopied(hits);
    const [first] = hits;
    part('said').textContent = !copied ? t('agents.notCopied') : hits.length === 1 ? t('agents.copied', { title: first!.title }) : t('agents.copiedMany', { count: hits.length });
  };

  form.addEventListener('keydown', (event) => {
    const copies = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const moves = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (!copies && !moves) return;
    event.preventDefault();
    if (moves) return list.move(event.key === 'ArrowDown' ? 1 : -1, message);
    if (form.dataset['query'] === wanted()) return void copy(list.chosen());
    copyWhenFound = true;
    look();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  format.addEventListener('change', () => keepFormat(format.value));
  format.value = keptFormat() ?? format.value;
  for (const session of sessions.values()) session.warm();
  // A first search fetches what every later one needs; nobody sees what it finds.
  sessions.get(locale)?.search({ text: document.title, limit: 1 });
  if (message.value) look();
}

function shown(outcome: Outcome | undefined): Hit[] {
  return outcome?.hits.slice(0, outcome.verdict === 'none' ? UNSURE : ANSWERS) ?? [];
}
