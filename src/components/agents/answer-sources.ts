import type { AnswerSource } from '../../agents/answer-questions.ts';
import { PASSAGE } from '../../agents/citation.ts';
import type { LocaleEngine } from '../../search/browser/engine-types.ts';
import { Unreachable } from '../../search/browser/fetch-index-file.ts';
import { type IndexLocation, openSearchEngine } from '../../search/browser/search-engine.ts';

/** The site's indexes as answers are looked up in them, each opened when it is first needed. */
export class AnswerSources {
  readonly #indexes: Readonly<Record<string, IndexLocation>>;
  #opened = new Map<string, Promise<AnswerSource>>();
  /** Whether to open the indexes deployed now instead of the page's own, of which one was found to be gone. */
  #renew = false;

  /** @param indexes By locale. */
  constructor(indexes: Readonly<Record<string, IndexLocation>>) {
    this.#indexes = indexes;
  }

  /** The source of a locale; undefined for one without articles. @throws Unreachable or IndexError */
  readonly open = async (locale: string): Promise<AnswerSource | undefined> => {
    const place = Object.hasOwn(this.#indexes, locale) ? this.#indexes[locale] : undefined;
    if (!place) return undefined;
    const known = this.#opened.get(locale);
    if (known) return known;
    const opening = openSearchEngine(place, this.#renew, PASSAGE).then(sourceOf);
    this.#opened.set(locale, opening);
    opening.catch(() => this.#opened.get(locale) === opening && this.#opened.delete(locale));
    return opening;
  };

  /**
   * Does what asks these sources; where the page's indexes are gone once more with those deployed now.
   * @throws Unreachable without a connection; whatever the second try throws.
   */
  async use<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Unreachable) throw error;
      this.#opened = new Map();
      this.#renew = true;
      return work();
    }
  }
}

function sourceOf(engine: LocaleEngine): AnswerSource {
  return {
    locale: engine.locale,
    ids: () => engine.ids(),
    ask: async (question) => ((await engine.instant(question)) ?? (await engine.lexical(question))).outcome(),
  };
}
