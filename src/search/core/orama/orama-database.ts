import { type AnyOrama, create, deletePin, insertPin, type Results, search, type Tokenizer } from '@orama/orama';
import type { Language } from '../text/language.ts';
import { tokenize } from '../text/tokenize.ts';
import { type Scored, scoredIndex } from './scored-index.ts';
import { type SectionDocument, sectionDocuments } from './section-documents.ts';

/** An article by its best section. */
export interface RankedArticle {
  article: number;
  section: number;
  score: number;
}

/**
 * Orama over an opened index: our tokenizer, our scores and the index's own documents in place of Orama's, and Orama
 * for what it does with them: the best section of each article, in order, page by page.
 */
export class OramaDatabase {
  readonly #orama: AnyOrama;
  readonly #articleOf: Uint32Array;
  #scored: Scored | undefined;

  constructor(articleOf: Uint32Array, language: Language) {
    this.#articleOf = articleOf;
    this.#orama = create({
      schema: { text: 'string', category: 'string', variants: 'string[]' } as const,
      sort: { enabled: false },
      components: {
        tokenizer: oramaTokenizer(language),
        index: scoredIndex(() => this.#scored),
        documentsStore: sectionDocuments(articleOf, () => this.#scored?.propertiesOf),
      },
    });
    this.#orama.internalDocumentIDStore.internalIdToId = Array.from(articleOf, (_, section) => String(section));
  }

  /**
   * The best articles by their best sections, best first; equal ones in the order of the index, so that a ranking
   * is the same on every machine. Sections that score 0 are no results.
   * @param pinned A section that comes first, whatever it scores.
   */
  topArticles(query: string, scores: Float32Array, limit: number, pinned?: number): RankedArticle[] {
    if (pinned !== undefined) return this.#withPin(query, scores, limit, pinned);
    const { hits } = this.#search(query, scores, limit, { distinctOn: 'article' });
    return hits.map(({ score, document: { section, article } }) => ({ section, article, score }));
  }

  /**
   * What Orama says of the articles that were found, a section for each.
   * @param by What they are counted and chosen by.
   */
  ofFound(
    query: string,
    found: readonly RankedArticle[],
    how: object,
    by: Pick<Scored, 'propertiesOf' | 'among'>,
  ): Results<SectionDocument> {
    const scores = new Float32Array(this.#articleOf.length);
    for (const { section } of found) scores[section] = 1;
    return this.#search(query, scores, found.length, how, by);
  }

  #search(
    query: string,
    scores: Float32Array,
    limit: number,
    how: object,
    by?: Pick<Scored, 'propertiesOf' | 'among'>,
  ): Results<SectionDocument> {
    this.#scored = { scores, articleOf: this.#articleOf, limit, ...by };
    // Without asynchronous hooks Orama answers at once; nothing can come between setting the scores and reading them.
    const results = search(this.#orama, {
      term: query,
      properties: ['text'],
      limit,
      ...how,
    }) as Results<SectionDocument>;
    this.#scored = undefined;
    return results;
  }

  /** Orama's rules match a query by its letters: this one holds for the query that is being searched, and no longer. */
  #withPin(query: string, scores: Float32Array, limit: number, pinned: number): RankedArticle[] {
    insertPin(this.#orama, {
      id: PIN,
      conditions: [{ anchoring: 'is', pattern: query }],
      consequence: { promote: [{ doc_id: pinned + 1, position: 0 }] },
    });
    const [first, ...rest] = this.topArticles(query, scores, limit);
    deletePin(this.#orama, PIN);
    // The rule's own score tells its place.
    return first ? [{ ...first, score: Math.max(scores[pinned]!, rest[0]?.score ?? 0) }, ...rest] : [];
  }
}

/** Name of the rule. */
const PIN = 'pinned';

function oramaTokenizer(language: Language): Tokenizer {
  return {
    language: 'signpost',
    normalizationCache: new Map(),
    tokenize: (text) => tokenize(text, language).map((token) => token.term),
  };
}
