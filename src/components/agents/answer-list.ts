import type { Review } from '../../agents/review.ts';
import type { Translate } from '../../i18n/create-translator.ts';
import type { Hit } from '../../search/core/types.ts';
import { ownValue } from '../../site/own-value.ts';
import { answerItem } from './answer-item.ts';

/** How long (ms) an answer is marked as copied. */
const MARKED = 2500;

/** The answers found for a message, of which the agent chooses some. */
export class AnswerList {
  readonly #place: HTMLElement;
  readonly #t: Translate;
  readonly #copy: (hits: Hit[]) => void;
  #hits: Hit[] = [];

  constructor(place: HTMLElement, t: Translate, copy: (hits: Hit[]) => void) {
    this.#place = place;
    this.#t = t;
    this.#copy = copy;
  }

  /** @param reviews By article. */
  show(hits: Hit[], locale: string, reviews: Record<string, Review>): void {
    this.#hits = hits;
    this.#place.replaceChildren(
      ...hits.map((hit) =>
        answerItem(hit, {
          locale,
          review: ownValue(reviews, hit.article) ?? {},
          t: this.#t,
          copy: () => this.#copy([hit]),
        }),
      ),
    );
  }

  /** Those that are ticked, else the one with the focus, else the best. */
  chosen(): Hit[] {
    const ticked = this.#hits.filter((_, index) => this.#tick(index)?.checked);
    const focused = this.#hits.filter((_, index) => this.#place.children[index]?.contains(document.activeElement));
    return [ticked, focused, this.#hits.slice(0, 1)].find((hits) => hits.length > 0) ?? [];
  }

  /** Takes the focus to the next answer or the one before; above the first lies `start`. */
  move(step: 1 | -1, start: HTMLElement): void {
    const current = [...this.#place.children].findIndex((item) => item.contains(document.activeElement));
    const next = Math.min(this.#hits.length - 1, current + step);
    (next < 0 ? start : this.#tick(next))?.focus();
    this.#place.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  markCopied(hits: Hit[]): void {
    for (const [index, hit] of this.#hits.entries()) {
      const word = this.#place.children[index]?.querySelector('button span');
      if (!word || !hits.includes(hit)) continue;
      word.textContent = this.#t('agents.done');
      setTimeout(() => (word.textContent = this.#t('agents.copy')), MARKED);
    }
  }

  #tick(index: number): HTMLInputElement | null | undefined {
    return this.#place.children[index]?.querySelector('input');
  }
}
