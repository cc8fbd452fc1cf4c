import type { SearchIndex } from '../index/search-index.ts';
import type { SectionText } from '../index/text-shard.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import { type ResolvedWord, spellings } from '../query/resolve.ts';
import { type Fits, fitOf, lessenOthers, ownPart, preferredSection } from '../rank/variants.ts';
import type { Hit, Variant, VariantCounts } from '../types.ts';
import { type IndexedChoice, readVariants, type VariantsColumn } from './variants-column.ts';
import { namedValues, type Wanted, wantedValues } from './wanted.ts';

/** What is known of who asks. */
export interface Asker {
  /** Names of values that were chosen for these results; they win over all else. */
  variants?: string[] | undefined;
  /** More that was said together with the question, such as the rest of a message, which names values where the question names none. */
  said?: string | undefined;
  /** Names of the values that the visitor chose before or that can be guessed; what is said wins over them. */
  visitor?: ((choices: readonly IndexedChoice[]) => Promise<readonly string[]>) | undefined;
}

/** What variants do to one ranking. */
export class VariantPreference {
  readonly #index: SearchIndex;
  readonly #column: VariantsColumn;
  readonly #fits: Fits;
  readonly #valuesOf: ReadonlyMap<number, readonly string[]>;
  #scores: Float32Array = new Float32Array();

  constructor(index: SearchIndex, column: VariantsColumn, wanted: Wanted) {
    this.#index = index;
    this.#column = column;
    const { choices, runs } = column;
    const choiceOf = new Map(choices.flatMap(({ name, values }) => values.map((value) => [value.name, name] as const)));
    this.#valuesOf = new Map(
      runs.flatMap(({ first, sections, values }) =>
        Array.from({ length: sections }, (_, place) => [first + place, values] as const),
      ),
    );
    this.#fits = {
      fitOf: (section) => fitOf(this.#valuesOf.get(section) ?? [], choiceOf, wanted),
      isVariant: (section) => this.#valuesOf.has(section),
      areAlternatives: (one, other) => {
        const [its, others] = [this.#valuesOf.get(one) ?? [], this.#valuesOf.get(other) ?? []];
        const shared = its.some((value) => others.some((other) => choiceOf.get(other) === choiceOf.get(value)));
        return shared && !its.some((value) => others.includes(value));
      },
    };
  }

  /** @param scores Fused scores by section, which are those of this ranking from now on. */
  lessen(scores: Float32Array): void {
    this.#scores = scores;
    lessenOthers(scores, this.#fits);
  }

  /** Which section of a found article answers who asks. */
  preferred({ article, section }: RankedArticle): number {
    return preferredSection(section, this.#index.core.articles[article]!, this.#scores, this.#fits);
  }

  /**
   * The section to show in place of one for everybody, with its text; undefined where that stays.
   * @param found The section that ranked best.
   */
  async instead(shown: number, found: number): Promise<{ section: number; text: SectionText | undefined } | undefined> {
    const { articleOf, core } = this.#index;
    const section = ownPart({ shown, found }, core.articles[articleOf[shown]!]!, this.#scores, this.#fits);
    return section === undefined ? undefined : { section, text: await this.#index.text(section) };
  }

  /** What of a section's hit is said by its variants: these, and the headings that are not their names. */
  labelled(section: number, headings: readonly string[]): Pick<Hit, 'headings' | 'variants'> | undefined {
    const values = this.#valuesOf.get(section);
    if (!values) return undefined;
    const variants = this.#variants().filter(({ value }) => values.includes(value));
    const names = variants.map(({ label }) => label);
    const joined = new Intl.ListFormat(this.#index.manifest.locale, { type: 'disjunction' }).format(names);
    return { headings: headings.filter((heading) => heading !== joined && !names.includes(heading)), variants };
  }

  /** Names of all values that some text of an article is for. */
  valuesIn(article: number): string[] {
    const { firstSection, sections } = this.#index.core.articles[article]!;
    const all = Array.from({ length: sections }, (_, place) => this.#valuesOf.get(firstSection + place) ?? []);
    return [...new Set(all.flat())];
  }

  /** Counts by value as choices, those with at least two values, in the site's order. */
  counts(counted: readonly (readonly [string, number])[]): VariantCounts[] {
    const countOf = new Map(counted);
    return this.#column.choices.flatMap(({ name, label }) => {
      const values = this.#variants().flatMap((one): [Variant, number][] => {
        const count = one.choice === name ? countOf.get(one.value) : undefined;
        return count === undefined ? [] : [[one, count]];
      });
      return values.length < 2 ? [] : [{ choice: name, label, values }];
    });
  }

  #variants(): Variant[] {
    return this.#column.choices.flatMap(({ name: choice, values }) =>
      values.map(({ name: value, label }) => ({ choice, value, label })),
    );
  }
}

/**
 * What the variants of an index do to the ranking of a question.
 * @throws IndexError (by rejection) where they are damaged.
 */
export async function preferenceFor(
  index: SearchIndex,
  column: Uint8Array,
  { query, words }: { query: ParsedQuery; words: readonly ResolvedWord[] },
  { variants = [], said = '', visitor }: Asker,
): Promise<VariantPreference> {
  const { language, manifest, synonyms } = index;
  const read = readVariants(column, 'core.bin', index.sections);
  const { choices } = read;
  const named = (text: string, also?: readonly string[]): string[] =>
    namedValues(text, choices, language, manifest.locale, also);
  const paraphrased = synonyms
    .paraphrases(query.text)
    .flatMap(({ wordings }) => wordings.flatMap(({ terms }) => terms));
  const mended = [...spellings(query, words, language).values()];
  const also = [...paraphrased, ...mended.flatMap((word) => language.stem(word))];
  const wanted = wantedValues(
    choices,
    variants,
    named(query.text, also),
    named(said),
    (await visitor?.(choices)) ?? [],
  );
  return new VariantPreference(index, read, wanted);
}
