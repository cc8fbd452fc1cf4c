import type { ResolvedWord } from '../query/resolve.ts';
import type { Language } from '../text/language.ts';
import { findMatches } from './matches.ts';
import { type PassageUnit, passageUnits } from './passage-units.ts';
import { isWithin, repeats, type Said, saidBy } from './repeats.ts';

export interface ExcerptQuery {
  text: string;
  words: readonly ResolvedWord[];
  /** How much each of the words counts. */
  weights: readonly number[];
}

export interface ExcerptOptions {
  language: Language;
  /** The room, in letters; a Chinese, Japanese or Korean character takes that of two. */
  maxLength: number;
  /** Whether the text opens an article: its first line says what the article is about. */
  opening?: boolean;
  /** What stands above the passage: title and headings. */
  above?: readonly string[];
}

/** Shares of the weight of the query's weightiest word that the text has, but for `atOnce`. */
const WORTH = {
  /** What another place must say more than the beginning, so that the passage begins there. */
  elsewhere: 0.3,
  /** And in the middle of a paragraph, behind what it refers to. */
  within: 0.3,
  /** What is said first of all counts this much more. */
  atOnce: 0.05,
  /** What a passage says more that leaves out an article's summary. */
  withoutSummary: 0.6,
};
/** Items of a list and rows that are read at a glance. */
const MOST_ITEMS = 3;
/** A shorter passage, in letters, says too little alone: what stands before it comes, too. */
const SHORT = 60;
const LIST_SIGN = /^(?:\d{1,3}\.|•) /;
const FIRST_SENTENCE = /^[^.!?。！？]+/u;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/gu;

/**
 * The passage of a section that answers a query: whole sentences, steps, bullets and rows, none of them saying again what
 * another one or the title above says. An article's opening begins with what the article says about itself; what follows,
 * and the passage of any other section, is what says most of the query's words by weight, from the beginning of
 * a paragraph and of a procedure where there is room for that, else from the section's beginning. Of a list it has three items at most. Only a
 * sentence that is longer than the whole passage is cut, and shows `…` there. Lines are parted by line breaks.
 */
export function excerpt(text: string, query: ExcerptQuery, options: ExcerptOptions): string {
  return new Excerpt(text, query, options).text();
}

class Excerpt {
  readonly #text: string;
  readonly #options: ExcerptOptions;
  readonly #units: PassageUnit[];
  /** By unit: which of the query's words it has. */
  readonly #words: Set<number>[];
  readonly #weights: readonly number[];
  readonly #weightiest: number;
  readonly #above: Said;
  /** By unit, what it says: made when it is first compared. */
  readonly #said: Said[] = [];
  /** By unit: what a row says of the query. */
  readonly #rows: number[];

  constructor(text: string, query: ExcerptQuery, options: ExcerptOptions) {
    this.#text = text;
    this.#options = options;
    const room = Math.floor(options.maxLength / (widthOf(text) / Math.max(1, text.length)));
    const units = passageUnits(text, room);
    // A description that an import cut; the text says the same in full.
    const whole = units.filter(({ line, end }) => !(options.opening && line === 0 && text[end - 1] === '…'));
    this.#units = whole.length > 0 ? whole : units;
    const matches = findMatches(text, query.text, query.words, options.language);
    this.#words = this.#units.map(
      ({ start, end }) =>
        new Set(matches.flatMap((match) => (match.start >= start && match.end <= end ? [match.word] : []))),
    );
    this.#weights = query.weights;
    this.#weightiest = Math.max(0, ...matches.map(({ word }) => query.weights[word] ?? 0));
    this.#rows = this.#units.map(({ kind }, index) => (kind === 'row' ? this.#worth([index]) : 0));
    this.#above = saidBy((options.above ?? []).join('\n'), options.language);
  }

  text(): string {
    const summary = this.#options.opening ? this.#summary() : [];
    const rest = this.#best(summary);
    if (summary.length === 0) return this.#write(this.#filledUp(rest));
    const alone = this.#best([]);
    const more = this.#worth(alone) - this.#worth([...summary, ...rest]);
    return this.#write(more > WORTH.withoutSummary * this.#weightiest ? alone : [...summary, ...rest]);
  }

  /** The sentences of the first line that there is room for. */
  #summary(): number[] {
    const first = this.#units[0];
    if (first === undefined || first.line !== 0 || first.kind !== 'sentence' || first.leadsIn) return [];
    const own = this.#units.flatMap(({ line }, index) => (line === first.line ? [index] : []));
    return this.#from(0, []).filter((index) => own.includes(index));
  }

  /** Of all places to begin, behind what is said already, the one that says most. */
  #best(before: readonly number[]): number[] {
    let best: number[] = [];
    let bestWorth = -Infinity;
    this.#units.forEach((unit, index) => {
      if (before.includes(index) || !this.#begins(index)) return;
      const window = this.#from(index, before);
      if (window.length === 0) return;
      const isNext = best.length === 0;
      const later = (isNext ? 0 : WORTH.elsewhere) + (unit.first || isNext ? 0 : WORTH.within);
      const worth =
        this.#worth([...before, ...window]) + WORTH.atOnce * this.#worth([index]) - later * this.#weightiest;
      if (worth > bestWorth + 1e-9) {
        best = window;
        bestWorth = worth;
      }
    });
    return best;
  }

  /** Whether a passage may begin with a unit: not with a step that follows another one, nor with bullets below a step. */
  #begins(index: number): boolean {
    const list = this.#units.slice(0, index + 1).map(({ kind }) => kind);
    if (list.at(-1) !== 'step' && list.at(-1) !== 'bullet') return true;
    const before = list.slice(list.findLastIndex((kind) => kind !== 'step' && kind !== 'bullet') + 1, -1);
    return !before.includes('step');
  }

  /** The units from one on that there is room for and that say something new; of a table's rows those that say most. */
  #from(start: number, before: readonly number[]): number[] {
    const taken: number[] = [];
    let room = this.#options.maxLength - before.reduce((sum, index) => sum + this.#widthOf(index), 0);
    const bestRow = Math.max(0, ...this.#rows.slice(start));
    let items = 0;
    for (let index = start; index < this.#units.length; index++) {
      if (before.includes(index)) continue;
      if (this.#saysNothingNew(index, [...before, ...taken])) {
        if (index === start) return [];
        continue;
      }
      if (this.#units[index]!.kind === 'row' && this.#rows[index]! < bestRow / 2) continue;
      if (this.#units[index]!.kind !== 'sentence' && ++items > MOST_ITEMS) break;
      const width = this.#widthOf(index);
      // The first one was cut to the room that there is in all.
      if (width > room + 1 && (before.length > 0 || taken.length > 0)) break;
      taken.push(index);
      room -= width;
    }
    while (taken.length > (before.length > 0 ? 0 : 1) && this.#units[taken.at(-1)!]!.leadsIn) taken.pop();
    return taken;
  }

  #saysNothingNew(index: number, others: readonly number[]): boolean {
    const said = this.#saying(index);
    if (isWithin(said, this.#above)) return true;
    const sayings = others.map((other) => this.#saying(other));
    if (sayings.some((other) => isWithin(said, other) && isWithin(other, said))) return true;
    const { kind } = this.#units[index]!;
    if (kind === 'sentence') return repeats(said, sayings);
    // Bullets and rows may be of nearly the same words, and a procedure is left whole.
    const sentences = sayings.filter((_, place) => this.#units[others[place]!]!.kind === 'sentence');
    return kind === 'bullet' && repeats(this.#saying(index, FIRST_SENTENCE), sentences);
  }

  #saying(index: number, of?: RegExp): Said {
    const written = this.#written(index).replace(LIST_SIGN, '');
    if (of) return saidBy(of.exec(written)?.[0] ?? written, this.#options.language);
    return (this.#said[index] ??= saidBy(written, this.#options.language));
  }

  /** With the lines before it, where it is short. */
  #filledUp(window: readonly number[]): readonly number[] {
    const width = window.reduce((sum, index) => sum + this.#widthOf(index), 0);
    const first = window[0] ?? 0;
    if (width >= SHORT || first === 0) return window;
    for (let from = 0; from < first; from++) {
      const whole = this.#units[from]!.first && this.#begins(from) ? this.#from(from, []) : [];
      if (window.every((index) => whole.includes(index))) return whole;
    }
    return window;
  }

  #worth(units: readonly number[]): number {
    const words = new Set(units.flatMap((index) => [...this.#words[index]!]));
    return [...words].reduce((sum, word) => sum + (this.#weights[word] ?? 0), 0);
  }

  #write(units: readonly number[]): string {
    return units
      .map((index, place) => {
        const unit = this.#units[index]!;
        const before = units[place - 1];
        const last = before === undefined ? undefined : this.#units[before]!;
        const next = before === undefined ? undefined : this.#units[before + 1];
        const space =
          last === undefined ? '' : last.line === unit.line ? this.#text.slice(last.end, next!.start) : '\n';
        const written = this.#written(index);
        return `${space}${place === 0 && unit.cutBefore ? '… ' : ''}${written}${place === units.length - 1 && unit.cutAfter ? ' …' : ''}`;
      })
      .join('');
  }

  #written(index: number): string {
    const { start, end } = this.#units[index]!;
    return this.#text.slice(start, end);
  }

  /** With the space behind it. */
  #widthOf(index: number): number {
    return widthOf(this.#written(index)) + 1;
  }
}

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
