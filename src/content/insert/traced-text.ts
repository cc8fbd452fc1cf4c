/** Where a line of a text is written. */
export interface Origin {
  /** Path below the content folder. */
  file: string;
  /** 1-based. */
  line: number;
  /** The line reads otherwise there, so that columns mean nothing. */
  changed?: true;
}

/** A text that was put together, and where each of its lines is written. */
export interface TracedText {
  text: string;
  /** One for each line of `text`. */
  origins: Origin[];
}

/** What opens quotes and lists at the beginning of a line. */
const CONTAINERS = /^(?:[>\s]|[-*+]\s|\d{1,9}[.)]\s)*/;

/** Puts a text together from pieces of several files. */
export class TracedTextBuilder {
  readonly #lines: string[] = [''];
  readonly #origins: Origin[];

  constructor(file: string, line: number) {
    this.#origins = [{ file, line }];
  }

  /** Adds what is written in `file` from `line` on. */
  addWritten(text: string, file: string, line: number): void {
    const [first = '', ...rest] = text.split('\n');
    this.#append(first);
    for (const [index, each] of rest.entries()) this.#begin(each, { file, line: line + 1 + index });
  }

  /** Adds a value within the line. */
  addInline(text: string): void {
    this.#append(text);
    const origin = this.#origins.at(-1)!;
    this.#origins[this.#origins.length - 1] = { ...origin, changed: true };
  }

  /**
   * Adds a text of lines where a line has nothing but `around`, what opens lists and quotes: each further line gets what
   * keeps it in there. Empty lines part it from a paragraph before; the next `addWritten` begins a line of its own.
   */
  addBlock({ text, origins }: TracedText): void {
    const opening = this.#lines.at(-1)!;
    const inside = opening.replace(/[^>\s]/g, ' ');
    const before = this.#lines.at(-2) ?? '';
    const opens = /[^>\s]/.test(opening);
    if (!opens && this.#lines.length > 1 && /[^>\s]/.test(before)) {
      this.#lines.splice(-1, 0, inside.trimEnd());
      this.#origins.splice(-1, 0, this.#origins.at(-1)!);
    }
    for (const [index, each] of text.split('\n').entries()) {
      const origin: Origin = inside === '' ? origins[index]! : { ...origins[index]!, changed: true };
      if (index > 0) this.#begin(each === '' ? inside.trimEnd() : inside + each, origin);
      else {
        this.#append(each);
        this.#origins[this.#origins.length - 1] = origin;
      }
    }
  }

  /** Adds a text of lines below the line that is being written, in the same lists and quotes, parted by an empty line. */
  addBelow({ text, origins }: TracedText): void {
    const around = (CONTAINERS.exec(this.#lines.at(-1)!)?.[0] ?? '').replace(/[^>\s]/g, ' ');
    this.#begin(around.trimEnd(), this.#origins.at(-1)!);
    for (const [index, each] of text.split('\n').entries())
      this.#begin(each === '' ? around.trimEnd() : around + each, origins[index]!);
  }

  /** Parts what comes next, when it is no empty line, from the block just added. */
  endBlock(next: string, opening: string): void {
    const isParted =
      /^\n[> \t]*:::/.test(next) || (/[^>\s]/.test(opening) && /^\n[> \t]*(?:[-*+]|\d{1,9}[.)])\s/.test(next));
    if (/^\n[> \t]*[^>\s]/.test(next) && !isParted)
      this.#begin(opening.replace(/[^>\s]/g, ' ').trimEnd(), this.#origins.at(-1)!);
  }

  /** What the last line has so far. */
  get line(): string {
    return this.#lines.at(-1)!;
  }

  build(): TracedText {
    return { text: this.#lines.join('\n'), origins: this.#origins };
  }

  #append(text: string): void {
    this.#lines[this.#lines.length - 1] += text;
  }

  #begin(text: string, origin: Origin): void {
    this.#lines.push(text);
    this.#origins.push(origin);
  }
}
