import type { Article } from '../../content/types.ts';
import type { Prose } from '../../markdown/findings.ts';
import { languageTag } from '../../schemas/locale.ts';
import { type Language, loadLanguage } from '../../search/core/text/language.ts';
import { tokenize } from '../../search/core/text/tokenize.ts';
import { lineOf } from '../locate.ts';
import { segmentSentences } from '../segment.ts';
import { polarityOf, straightened } from './polarity.ts';
import { countsIn, type Quantity } from './quantities.ts';

/** Where a sentence is said. */
export interface Place {
  article: Article;
  /** Title of the article and the headings above the sentence. */
  readonly context: string;
  readonly line: number;
  /** Of all places of all sentences, in the order of reading. */
  order: number;
}

/** A sentence, prepared for comparison with others. */
export interface Statement {
  text: string;
  /** At least one; the same sentence may stand in many articles. */
  places: Place[];
  quantities: Quantity[];
  negated: boolean;
  negatedAnywhere: boolean;
  /** It has a condition, or points to another article. */
  conditional: boolean;
  /** The stem that each of its negations denies, the first behind it that is no adverb; empty when that is not known. */
  readonly denied: string[];
  /** Stems of the words outside conditions. */
  readonly claimed: string[];
  /** It ends as sentences do; titles, labels and cells claim nothing that could be denied. */
  whole: boolean;
  /** Codes, versions and models that it names. */
  names: string[];
  /** The sentence without its numbers and the right way round: what it is about. Contradicting sentences share it. */
  topic: string;
  /** Stems of the topic's words, each once. */
  terms: string[];
}

/** Fewer words than this say nothing that another sentence could contradict. */
const SHORTEST = 3;
const LONGEST = 60;
/** Characters of a sentence of so many words at most. Longer ones are left out before any pattern runs over them. */
const LONGEST_TEXT = 1000;

/** Between a negation and what it denies: `not currently supported`. */
const ADVERB = /\b(?:\p{L}{2,}ly|yet|always|ever|longer|just|also|even|still|only)\b/giu;
const ENDED = /[.!?。！？…][\s"”’')）」』]*$/u;

/** The different sentences of articles of one locale, in order. Those that are not worth comparing are left out. */
export async function statementsOf(articles: readonly Article[], locale: string): Promise<Statement[]> {
  const language = await loadLanguage(locale);
  const tag = languageTag(locale);
  const found = new Map<string, Statement | undefined>();
  let order = 0;
  for (const article of articles)
    for (const prose of article.prose)
      for (const text of segmentSentences(prose.text, tag)) {
        if (!found.has(text)) found.set(text, statement(text, language));
        found.get(text)?.places.push(placeOf(article, prose, text, order++));
      }
  return [...found.values()].filter((each) => each !== undefined);
}

function placeOf(article: Article, prose: Prose, text: string, order: number): Place {
  return {
    article,
    order,
    get context() {
      return [article.title, ...prose.headings].join(' – ');
    },
    // Looked for only in the few that are reported: a long article would be read once for each of its sentences.
    get line() {
      return lineOf(article, text.split(' ').slice(0, 3).join(' '), prose.line);
    },
  };
}

function statement(text: string, language: Language): Statement | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const { quantities, masked, names } = countsIn(text);
  const { plain, main, denied, ...polarity } = polarityOf(masked);
  const tokens = tokenize(plain, language);
  const terms = [
    ...new Set(tokens.filter(({ kind }) => kind !== 'character' || tokens.length < 4).map(({ term }) => term)),
  ];
  if (terms.length < SHORTEST || terms.length > LONGEST) return undefined;
  return {
    text,
    places: [],
    quantities,
    ...polarity,
    // Asked for only of the few that share their words with another one.
    get denied() {
      return denied.flatMap((words) => {
        const [head] = tokenize(straightened(words).replace(ADVERB, ' '), language);
        return head ? [head.term] : [];
      });
    },
    get claimed() {
      return tokenize(main, language).map(({ term }) => term);
    },
    whole: ENDED.test(text),
    names,
    topic: plain,
    terms,
  };
}
