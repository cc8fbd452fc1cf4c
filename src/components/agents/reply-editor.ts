import type { ChosenAnswer } from '../../agents/answered-question.ts';
import { type Citation, type ClipboardContent, citationOf, type Markup } from '../../agents/citation.ts';
import { composeReply, type ReplyWords, replyContent } from '../../agents/reply.ts';
import type { Translate } from '../../i18n/create-translator.ts';
import { easeLongText } from '../long-text.ts';
import { element } from '../search/elements.ts';

export interface ReplyEditorParts {
  /** What the editor is shown in, in the place of the answers behind it; hidden while nothing is written. */
  place: HTMLElement;
  t: Translate;
  /** The site's public address with its base path. */
  root: string;
  /** By locale. */
  words: Record<string, ReplyWords & { direction: 'ltr' | 'rtl' }>;
  /** Takes a reply along, and says how; undefined when that did not work. */
  deliver(content: ClipboardContent): Promise<'inserted' | 'copied' | undefined>;
  /** Says something to the agent. */
  say(text: string): void;
}

/** What an agent is writing: made of these answers, and perhaps changed since. */
interface Draft {
  composed: string;
  citations: Citation[];
  locale: string;
  markup: Markup;
  /** Whether it was taken along as it stands. */
  delivered: boolean;
}

/** Where the name of the customer is to be written. */
const CUSTOMER = '{customer}';

/** A reply of the chosen answers, which the agent looks through and changes before it is copied or inserted. */
export class ReplyEditor {
  readonly #parts: ReplyEditorParts;
  readonly #area = element('textarea', '');
  readonly #kept: HTMLElement;
  readonly #take = button('button', '', () => void this.#deliver());
  #draft: Draft | undefined;
  /** What the answers chosen now make, for one who begins anew. */
  #offered: Draft | undefined;
  #before: Element | null = null;

  constructor(parts: ReplyEditorParts) {
    this.#parts = parts;
    const { place, t } = parts;
    const label = element('label', '', t('agents.replyText'));
    Object.assign(this.#area, { id: 'agents-reply', rows: 14, autocomplete: 'off' });
    label.htmlFor = this.#area.id;
    easeLongText(this.#area);
    this.#kept = element(
      'p',
      'agents-note',
      `${t('agents.replyKept')} `,
      button('link-button', t('agents.replyAnew'), () => this.#offered && this.#begin(this.#offered)),
    );
    place.replaceChildren(
      element('div', 'field', label, this.#area),
      this.#kept,
      element(
        'div',
        'agents-actions',
        this.#take,
        button('button button-quiet', t('agents.replyBack'), () => this.close()),
      ),
    );
    place.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#deliver();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Shows a reply of these answers, or the one that was begun before and is not finished, with an offer to begin anew. */
  open(answers: readonly ChosenAnswer[], markup: Markup, action: 'agents.copy' | 'agents.insert'): void {
    this.#take.textContent = this.#parts.t(action);
    if (!this.isOpen) this.#before = document.activeElement;
    const draft = this.#compose(answers, markup);
    const isKept = this.#draft !== undefined && this.#isUnfinished && this.#draft.composed !== draft.composed;
    this.#offered = draft;
    if (!isKept && this.#draft?.composed !== draft.composed) this.#begin(draft);
    this.#kept.hidden = !isKept;
    this.#show(true);
    this.#area.focus();
    this.#area.setSelectionRange(...nameIn(this.#area.value));
    this.#area.scrollTop = 0;
  }

  get isOpen(): boolean {
    return !this.#parts.place.hidden;
  }

  /** Other answers are on show: a reply that nobody changed gives way to them, one that was changed stays. */
  answersChanged(): void {
    if (this.isOpen && !this.#isUnfinished) this.close();
  }

  /** Goes back to the answers. What is written stays, for when the editor is opened again. */
  close(): void {
    if (!this.isOpen) return;
    this.#show(false);
    if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus();
  }

  /** Whether there are changes that were not taken along. */
  get #isUnfinished(): boolean {
    return this.#draft !== undefined && !this.#draft.delivered && this.#area.value !== this.#draft.composed;
  }

  #compose(answers: readonly ChosenAnswer[], markup: Markup): Draft {
    const { root, words } = this.#parts;
    const citations = answers.map(({ hit }) => citationOf(hit, root));
    const locale = mostUsed(answers.map((answer) => answer.locale));
    const { greeting = '', closing = '' } = words[locale] ?? {};
    return {
      composed: composeReply(citations, { greeting, closing }, markup),
      citations,
      locale,
      markup,
      delivered: false,
    };
  }

  #begin(draft: Draft): void {
    this.#draft = draft;
    this.#kept.hidden = true;
    this.#area.value = draft.composed;
    this.#area.lang = draft.locale;
    // Each paragraph by its own first letter: addresses run from left to right.
    this.#area.dir = 'auto';
    this.#area.focus();
  }

  #show(isOpen: boolean): void {
    this.#parts.place.hidden = !isOpen;
  }

  async #deliver(): Promise<void> {
    const { t, words, deliver, say } = this.#parts;
    const draft = this.#draft;
    if (!draft) return;
    const direction = words[draft.locale]?.direction ?? 'ltr';
    const done = await deliver(replyContent(this.#area.value, draft.citations, draft.markup, direction));
    if (!done) return say(t('agents.notCopied'));
    draft.delivered = true;
    this.close();
    const titles = new Intl.ListFormat(document.documentElement.lang).format(draft.citations.map(({ title }) => title));
    say(
      done === 'inserted'
        ? t('agents.inserted', { title: titles })
        : t('agents.copied', { title: t('agents.replyText') }),
    );
  }
}

function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** Where the agent writes the customer's name: what stands for it, else the end of the first line, before its comma. */
function nameIn(text: string): [start: number, end: number] {
  const place = text.indexOf(CUSTOMER);
  if (place !== -1) return [place, place + CUSTOMER.length];
  const end = /^.*?(?=\p{P}*$)/mu.exec(text)?.[0].length ?? 0;
  return [end, end];
}

/** The first of those that are there most often; '' without any. */
function mostUsed(locales: readonly string[]): string {
  const times = (locale: string): number => locales.filter((one) => one === locale).length;
  return locales.reduce((best, locale) => (times(locale) > times(best) ? locale : best), locales[0] ?? '');
}
