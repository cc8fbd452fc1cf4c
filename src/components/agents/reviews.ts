import type { Review } from '../../agents/review.ts';
import { reviewFile } from '../../agents/review-files.ts';
import { ownValue } from '../../site/own-value.ts';

/** How fresh articles are, by id. */
type Reviews = Record<string, Review>;

/** Where the dates of a locale's articles are, on a site that has too many for a page. */
export interface ReviewFiles {
  /** The address of their folder, with a slash at the end. */
  folder: string;
  count: number;
}

/** After so long (ms) answers are shown without their dates. */
const PATIENCE = 2000;

/** The dates of answers: those of the page, or those of files, each fetched once an answer needs it. */
export class ReviewSource {
  readonly #inPage: Readonly<Record<string, Reviews>>;
  readonly #files: Readonly<Record<string, ReviewFiles>>;
  /** By address. */
  readonly #fetched = new Map<string, Reviews>();

  /**
   * @param inPage By locale.
   * @param files By locale; left out where the page has everything.
   */
  constructor(inPage: Readonly<Record<string, Reviews>>, files: Readonly<Record<string, ReviewFiles>> = {}) {
    this.#inPage = inPage;
    this.#files = files;
  }

  /** Fetches what these articles need, as far as it can be had. Never throws: an answer without its date is still one. */
  async load(articles: readonly { locale: string; id: string }[]): Promise<void> {
    const addresses = new Set(articles.flatMap(({ locale, id }) => this.#address(locale, id) ?? []));
    await Promise.all([...addresses].filter((address) => !this.#fetched.has(address)).map((one) => this.#fetch(one)));
  }

  /** What is known of an article; undefined where its file could not be had. */
  of(locale: string, id: string): Review | undefined {
    const address = this.#address(locale, id);
    const reviews = address === undefined ? (ownValue(this.#inPage, locale) ?? {}) : this.#fetched.get(address);
    return reviews && (ownValue(reviews, id) ?? {});
  }

  #address(locale: string, id: string): string | undefined {
    const files = ownValue(this.#files, locale);
    return files && `${files.folder}${reviewFile(id, files.count)}.json`;
  }

  async #fetch(address: string): Promise<void> {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.ok) this.#fetched.set(address, (await answer.json()) as Reviews);
    } catch {
      // The next answer that needs it asks again.
    }
  }
}
