import { collectGarbage } from '../../../cache/collect-garbage.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import type { IndexSection } from '../index-document.ts';

/** Sections that are embedded at a time, which takes some ten megabytes. */
const WINDOW = 2_000;
/** Sections whose vectors stay in memory from one time that they are asked for to the next: all of most sites. */
const KEPT = 4_000;
/** Texts of a window that had to be embedded, some ten seconds, after which what that left behind is freed. */
const MANY_TEXTS = 4_096;

/** Embeds sections; tells how many of what had to be embedded is done. */
export type EmbedSections<Of> = (
  sections: readonly IndexSection[],
  onProgress: (done: number, total: number) => void,
) => Promise<Of[]>;

export interface WindowOptions {
  /** What the terminal shows while sections are embedded. */
  title: string;
  progress: ProgressSink;
  window?: number;
  kept?: number;
}

/**
 * What sections are embedded as, in windows: that of all sections of a large site at once would take hundreds of
 * megabytes. The first ones are kept, others are asked for anew each time, which the embedding cache answers.
 */
export class SectionWindows<Of> {
  readonly #embed: EmbedSections<Of>;
  readonly #options: Required<WindowOptions>;
  readonly #known = new Map<IndexSection, Of>();

  constructor(embed: EmbedSections<Of>, options: WindowOptions) {
    this.#embed = embed;
    this.#options = { window: WINDOW, kept: KEPT, ...options };
  }

  /** Goes through sections in their order, a window at a time, and shows how many of them are done where any has to be embedded. */
  async each(
    sections: readonly IndexSection[],
    see: (of: Of[], window: readonly IndexSection[], from: number) => void | Promise<void>,
  ): Promise<void> {
    const { window: size, title, progress } = this.#options;
    let shown: number | undefined;
    for (let from = 0; from < sections.length; from += size) {
      const window = sections.slice(from, from + size);
      let texts = 0;
      const of = await this.#of(window, (done, total) => {
        texts = total;
        const now = from + Math.floor((done / total) * window.length);
        if (shown === undefined) progress.start(title, sections.length - from);
        progress.advance(now - (shown ?? from));
        shown = now;
      });
      await see(of, window, from);
      if (texts >= MANY_TEXTS) collectGarbage();
    }
    if (shown !== undefined) progress.stop();
  }

  /** That of a few sections. */
  of(sections: readonly IndexSection[]): Promise<Of[]> {
    return this.#of(sections, () => {});
  }

  async #of(sections: readonly IndexSection[], onProgress: (done: number, total: number) => void): Promise<Of[]> {
    const fresh = sections.filter((section) => !this.#known.has(section));
    const made = fresh.length > 0 ? await this.#embed(fresh, onProgress) : [];
    const now = new Map(fresh.map((section, place) => [section, made[place]!]));
    for (const [section, of] of now) if (this.#known.size < this.#options.kept) this.#known.set(section, of);
    return sections.map((section) => this.#known.get(section) ?? now.get(section)!);
  }
}
