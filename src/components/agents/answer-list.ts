import type { AnsweredQuestion, ChosenAnswer } from '../../agents/answered-question.ts';
import type { Report } from '../../agents/report.ts';
import type { Translate } from '../../i18n/create-translator.ts';
import { element, languageName } from '../search/elements.ts';
import { answerItem, reportButton } from './answer-item.ts';
import type { ReviewSource } from './reviews.ts';

/** How long (ms) an answer is marked as copied. */
const MARKED = 2500;
/** Characters of a question above its answers; the whole of it is in the message beside. */
const HEADING = 140;

interface Item {
  answer: ChosenAnswer;
  element: HTMLElement;
}

/** The answers found for a message, question by question, of which the agent chooses some. */
export class AnswerList {
  readonly #place: HTMLElement;
  readonly #t: Translate;
  readonly #copy: (answers: ChosenAnswer[]) => void;
  readonly #report: ((report: Report, button: HTMLButtonElement | null) => void) | undefined;
  #answered: readonly AnsweredQuestion[] = [];
  /** What the agent marked last, as long as the passage holds it. */
  #marked: { passage: Element; text: string } | undefined;
  /** What the buttons of answers say that they do. */
  action: 'agents.copy' | 'agents.insert' = 'agents.copy';
  /** Question by question; of each the best first. */
  #groups: Item[][] = [];

  /** @param report Undefined where reports go nowhere: nothing offers them then. */
  constructor(
    place: HTMLElement,
    t: Translate,
    copy: (answers: ChosenAnswer[]) => void,
    report: ((report: Report, button: HTMLButtonElement | null) => void) | undefined,
  ) {
    this.#place = place;
    this.#t = t;
    this.#copy = copy;
    this.#report = report;
    document.addEventListener('selectionchange', () => this.#noteMarked());
  }

  show(answered: readonly AnsweredQuestion[], reviews: ReviewSource): void {
    const numbers = new Map<string, number>();
    const several = answered.length > 1;
    this.#answered = answered;
    this.#groups = answered.map(({ question, locale, hits }, place) =>
      hits.map((hit): Item => {
        const answer = { question, hit, locale: hit.locale ?? locale };
        const above = numbers.get(hit.article);
        if (above === undefined) numbers.set(hit.article, place + 1);
        const review = reviews.of(answer.locale, hit.article);
        const notes = [
          ...(answer.locale === locale
            ? []
            : [this.#t('agents.only', { language: languageName(answer.locale, document.documentElement.lang) })]),
          ...(above === undefined ? [] : [this.#t('agents.above', { number: above })]),
        ];
        const context = {
          locale: answer.locale,
          review,
          notes,
          t: this.#t,
          action: this.action,
          copy: () => this.#copy([answer]),
          report: this.#report && ((button: HTMLButtonElement) => this.#report?.({ answer }, button)),
        };
        return { answer, element: answerItem(hit, several ? 'h3' : 'h2', context) };
      }),
    );
    this.#place.replaceChildren(
      ...answered.flatMap((one, place) => this.#group(one, this.#groups[place]!, several ? place + 1 : undefined)),
    );
  }

  /** @param number Of the question among several; undefined for the only one, which needs no heading. */
  #group(
    { question, locale, verdict }: AnsweredQuestion,
    items: readonly Item[],
    number: number | undefined,
  ): HTMLElement[] {
    const list = element('ol', 'agents-answers', ...items.map((item) => item.element));
    list.setAttribute('role', 'list');
    const gap = this.#report
      ? [
          reportButton(
            this.#t('agents.gap'),
            (button) => this.#report?.({ question, locale }, button),
            shortened(question),
          ),
        ]
      : [];
    if (number === undefined) return [list, ...gap];
    const heading = element('h2', 'agents-question', `${number}. ${shortened(question)}`);
    heading.dir = 'auto';
    heading.id = `agents-question-${number}`;
    const said = items.length === 0 ? 'agents.none' : verdict === 'none' ? 'agents.unsure' : undefined;
    const group = element(
      'section',
      'agents-group',
      heading,
      ...(said ? [element('p', 'agents-count', this.#t(said))] : []),
      list,
      ...gap,
    );
    group.setAttribute('aria-labelledby', heading.id);
    return [group];
  }

  /** Those that are ticked, else the one with the focus, else the best of each question. */
  chosen(): ChosenAnswer[] {
    const all = this.#items();
    const ticked = all.filter((item) => tickOf(item)?.checked);
    const focused = all.filter((item) => item.element.contains(document.activeElement));
    const chosen = [ticked, focused, this.#groups.flatMap(([best]) => best ?? [])].find((items) => items.length > 0);
    return (chosen ?? []).map(({ answer }) => answer);
  }

  /** The report that an answer is wrong or old, of the one with the focus; undefined where none has it. */
  outdated(): { report: Report; button: HTMLButtonElement | null } | undefined {
    const item = this.#items().find(({ element }) => element.contains(document.activeElement));
    return item && { report: { answer: item.answer }, button: item.element.querySelector('.agents-report') };
  }

  /** The report that nothing answers a question: the one with the focus, else the first that nothing is sure to answer, else the first. */
  gap(): { report: Report; button: HTMLButtonElement | null } | undefined {
    const focused = this.#groups.findIndex((items) =>
      items.some(({ element }) => element.contains(document.activeElement)),
    );
    const unsure = this.#answered.findIndex(({ verdict, hits }) => verdict === 'none' || hits.length === 0);
    const index = [focused, unsure, 0].find((one) => one !== -1)!;
    const asked = this.#answered[index];
    const buttons = this.#place.querySelectorAll<HTMLButtonElement>('.agents-report:not(.agents-answer *)');
    return asked && { report: asked, button: buttons[index] ?? null };
  }

  /** The words that the agent marked in the passage of an answer; '' for none. */
  marked(answer: ChosenAnswer): string {
    const item = this.#items().find((one) => one.answer === answer);
    return this.#marked && item?.element.contains(this.#marked.passage) ? this.#marked.text : '';
  }

  /** A press on a button takes the marks off, but not what was marked: only another look at a passage does. */
  #noteMarked(): void {
    const selection = getSelection();
    const passage = elementOf(selection?.anchorNode)?.closest('.result-passage');
    if (!selection || !passage || !this.#place.contains(passage)) return;
    const isInside = !selection.isCollapsed && passage.contains(selection.focusNode);
    this.#marked = isInside ? { passage, text: selection.toString() } : undefined;
  }

  /** Takes the focus to the next answer or the one before; above the first lies `start`. */
  move(step: 1 | -1, start: HTMLElement): void {
    const all = this.#items();
    const current = all.findIndex((item) => item.element.contains(document.activeElement));
    const next = Math.min(all.length - 1, current + step);
    const item = all[next];
    (item ? tickOf(item) : start)?.focus();
    item?.element.scrollIntoView({ block: 'nearest' });
  }

  markCopied(answers: readonly ChosenAnswer[]): void {
    for (const { answer, element } of this.#items()) {
      const word = element.querySelector('button span');
      if (!word || !answers.includes(answer)) continue;
      word.textContent = this.#t('agents.done');
      setTimeout(() => (word.textContent = this.#t(this.action)), MARKED);
    }
  }

  #items(): Item[] {
    return this.#groups.flat();
  }
}

function elementOf(node: Node | null | undefined): Element | null | undefined {
  return node instanceof Element ? node : node?.parentElement;
}

function tickOf({ element }: Item): HTMLInputElement | null {
  return element.querySelector('input');
}

function shortened(question: string): string {
  const words = question.replace(/\s+/g, ' ');
  return words.length > HEADING ? `${words.slice(0, HEADING).trimEnd()}…` : words;
}
