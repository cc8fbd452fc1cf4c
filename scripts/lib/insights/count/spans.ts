/** Days from one to another, both among them: `2026-05-01`, UTC. */
export interface Span {
  from: string;
  to: string;
}

/** The days that are reported on, and as many right before them, with which they are compared. */
export interface Spans {
  now: Span;
  before: Span;
}

const DAY_MS = 86_400_000;

/** The spans of so many days each, of which the later one ends on `last`. */
export function spansOf(last: string, days: number): Spans {
  return {
    now: { from: plusDays(last, 1 - days), to: last },
    before: { from: plusDays(last, 1 - 2 * days), to: plusDays(last, -days) },
  };
}

export function isWithin(day: string, { from, to }: Span): boolean {
  return from <= day && day <= to;
}

/** How many days there are from one to another, both counted. */
export function daysBetween({ from, to }: Span): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

function plusDays(day: string, more: number): string {
  return new Date(Date.parse(day) + more * DAY_MS).toISOString().slice(0, 10);
}

/** The first and the last day of what is noted; days beyond tomorrow are of clocks that are wrong. */
export class Extent {
  readonly #latest: string;
  first: string | undefined;
  last: string | undefined;

  constructor(now = Date.now()) {
    this.#latest = new Date(now + DAY_MS).toISOString().slice(0, 10);
  }

  note(day: string): void {
    if (!(day > (this.last ?? '') || day < (this.first ?? '~')) || !/^\d{4}-\d\d-\d\d$/.test(day)) return;
    if (day > this.#latest) return;
    if (this.first === undefined || day < this.first) this.first = day;
    if (this.last === undefined || day > this.last) this.last = day;
  }
}
