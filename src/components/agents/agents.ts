import { answerMessage } from '../../agents/answer-message.ts';
import type { AnsweredQuestion, ChosenAnswer } from '../../agents/answered-question.ts';
import { type ClipboardContent, citationOf, cite, type Format, markupOf } from '../../agents/citation.ts';
import { type UnderstoodMessage, understandMessage } from '../../agents/message/understand-message.ts';
import { quotationOf } from '../../agents/quotation.ts';
import { createTranslator } from '../../i18n/create-translator.ts';
import { Unreachable } from '../../search/browser/fetch-index-file.ts';
import { breakAnywhere, easeLongText } from '../long-text.ts';
import { languageName } from '../search/elements.ts';
import { AnswerList } from './answer-list.ts';
import { AnswerSources } from './answer-sources.ts';
import { preferredFormat, setPreferredFormat, writeToClipboard } from './clipboard.ts';
import type { AgentsConfig } from './config.ts';
import type { CustomerMessage, Host } from './hosts/host.ts';
import { hostAround } from './hosts/host-around.ts';
import { LazyTools } from './lazy-tools.ts';
import { takeFromAddress } from './message-from-address.ts';
import { ReviewSource } from './reviews.ts';

/** A pause in typing (ms) after which answers are looked up; a pasted message is looked up at once. */
const PAUSE = 120;

const form = document.querySelector<HTMLFormElement>('[data-agents]');
if (form) open(form);

/** Finds the sections that answer a message and copies them in the form an agent needs. Nothing leaves the page. */
function open(form: HTMLFormElement): void {
  const config = JSON.parse(form.dataset.agents ?? '') as AgentsConfig;
  const t = createTranslator(config.strings, config.locale);
  const area = form.querySelector('textarea')!;
  easeLongText(area);
  const [format, language] = [...form.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
  const element = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const list = new AnswerList(
    element('answers'),
    t,
    (answers) => void copy(answers),
    config.reports && ((what, button) => tools.report(what, button)),
  );
  const sources = new AnswerSources(config.indexes);
  const reviews = new ReviewSource(config.reviews, config.reviewFiles);
  let message: CustomerMessage = { text: '' };
  let host: Host | undefined;
  /** Counts what is looked up; whatever comes back for another number than the newest is dropped. */
  let turn = 0;
  /** The newest text whose answers are on show, and what is to be done with them as soon as they are. */
  let answeredText: string | undefined;
  let whenFound: ((answers: ChosenAnswer[]) => unknown) | undefined;
  const tools = new LazyTools({
    place: element('reply'),
    config,
    t,
    deliver: (content) => deliver(content, host),
    say,
  });

  /** Looks up a message, wherever it comes from. */
  function take(taken: CustomerMessage): void {
    message = taken;
    breakAnywhere(area, taken.text.length);
    area.value = taken.text;
    void lookUp();
  }

  async function lookUp(): Promise<void> {
    clearTimeout(timer);
    const own = ++turn;
    const { text, locale } = message;
    try {
      const understood = await understandMessage(text, Object.keys(config.reviews), locale);
      const answered = await sources.use(() => answer(understood));
      await reviews.load(
        answered.flatMap(({ locale, hits }) => hits.map((hit) => ({ locale: hit.locale ?? locale, id: hit.article }))),
      );
      if (own !== turn) return;
      show(text, answered);
      element('language').textContent = languageNote(understood, answered);
    } catch (error) {
      if (own !== turn) return;
      show(text, undefined);
      if (error instanceof Unreachable) addEventListener('online', () => own === turn && void lookUp(), { once: true });
    }
  }

  function answer(understood: UnderstoodMessage): Promise<AnsweredQuestion[]> {
    const { defaultLocale } = config;
    const askedIn = understood.locale;
    const locale = language.value || askedIn || defaultLocale;
    return answerMessage(understood, { locale, askedIn, defaultLocale }, sources.open);
  }

  /** Says that the customer's language is not the answers', unless the agent chose so. */
  function languageNote({ locale, foreign }: UnderstoodMessage, [first]: AnsweredQuestion[]): string {
    const same = locale === undefined ? !foreign : locale === first?.locale;
    if (!first || same || language.value !== '') return '';
    return t('agents.noLanguage', { language: languageName(first.locale, document.documentElement.lang) });
  }

  /** @param answered Undefined when the search failed. */
  function show(text: string, answered: AnsweredQuestion[] | undefined): void {
    answeredText = text;
    list.show(answered ?? [], reviews);
    form.dataset.query = text;
    element('hint').hidden = text.trim() !== '';
    element('found').textContent = summary(answered);
    element('language').textContent = '';
    say('');
    element('actions').hidden = !answered?.some(({ hits }) => hits.length > 0);
    tools.answersChanged();
    whenFound?.(list.chosen());
    whenFound = undefined;
  }

  function summary(answered: AnsweredQuestion[] | undefined): string {
    if (!answered) return t('agents.failed');
    if (answered.length === 0) return '';
    const count = answered.reduce((sum, { hits }) => sum + hits.length, 0);
    if (count === 0) return t('agents.none');
    return t(answered.every(({ verdict }) => verdict === 'none') ? 'agents.unsure' : 'agents.found', { count });
  }

  async function copy(answers: ChosenAnswer[]): Promise<void> {
    const [first] = answers;
    if (!first) return;
    const content = cite(
      answers.map((answer) => ({
        ...citationOf(answer.hit, config.root),
        ...quotationOf(answer.hit, config.root, list.marked(answer)),
      })),
      format.value as Format,
    );
    const done = await deliver(content, host);
    if (done === 'copied') list.markCopied(answers);
    say(!done ? t('agents.notCopied') : said(done, answers));
  }

  function said(done: 'inserted' | 'copied', answers: ChosenAnswer[]): string {
    const titles = answers.map(({ hit }) => hit.title);
    if (done === 'inserted')
      return t('agents.inserted', { title: new Intl.ListFormat(document.documentElement.lang).format(titles) });
    return answers.length === 1
      ? t('agents.copied', { title: titles[0]! })
      : t('agents.copiedMany', { count: answers.length });
  }

  function meet(found: Host): void {
    host = found;
    if (host.insert) {
      list.action = 'agents.insert';
      element('key-copy').textContent = t('agents.keyInsert');
    }
    host.listen(take);
  }

  function write(answers: ChosenAnswer[]): void {
    tools.write(answers, markupOf(format.value as Format), list.action);
  }

  function reportGap(): void {
    const gap = list.gap();
    if (gap) tools.report(gap.report, gap.button);
  }

  function say(text: string): void {
    element('said').textContent = text;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener('input', (event) => {
    clearTimeout(timer);
    // What somebody writes here is no longer the message of the host.
    message = { text: area.value };
    if ((event as InputEvent).inputType === 'insertFromPaste') void lookUp();
    else timer = setTimeout(() => void lookUp(), PAUSE);
  });
  language.addEventListener('change', () => void lookUp());
  // Beside a ticket the agent comes from elsewhere, and no field has the focus.
  const keyed: GlobalEventHandlers = parent === window ? form : document;
  keyed.addEventListener('keydown', (event) => {
    const copies = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const moves = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    const gap = event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'Digit0';
    const outdated = event.key === 'Delete' && list.outdated();
    if (!copies && !moves && !gap && !outdated) return;
    event.preventDefault();
    if (outdated) return tools.report(outdated.report, outdated.button);
    if (moves) return list.move(event.key === 'ArrowDown' ? 1 : -1, area);
    const act = gap ? reportGap : event.shiftKey ? write : copy;
    if (answeredText === area.value) return void act(list.chosen());
    whenFound = act;
    void lookUp();
  });
  form.querySelector('[data-act="reply"]')?.addEventListener('click', () => write(list.chosen()));
  form.addEventListener('submit', (event) => event.preventDefault());
  format.addEventListener('change', () => setPreferredFormat(format.value));
  format.value = preferredFormat() ?? format.value;
  warm(sources, config);
  if (area.value) take({ text: area.value });
  void hostAround(config.origins).then((found) => found && meet(found));
  takeFromAddress((text) => take({ text }), area, element('address'), t);
}

/** Puts what was chosen where the agent needs it, and says where that is; undefined when it could not be put anywhere. */
async function deliver(content: ClipboardContent, host: Host | undefined): Promise<'inserted' | 'copied' | undefined> {
  if (await host?.insert?.(content)) return 'inserted';
  return (await writeToClipboard(content)) ? 'copied' : undefined;
}

/** Opens the indexes; a first search fetches what every later one needs, and nobody sees what it finds. */
function warm(sources: AnswerSources, { indexes, locale }: AgentsConfig): void {
  for (const code of Object.keys(indexes))
    void sources
      .open(code)
      .then((source) =>
        code === locale ? source?.ask({ text: document.title, limit: 1, askedIn: undefined }) : undefined,
      )
      .catch(() => {});
}
