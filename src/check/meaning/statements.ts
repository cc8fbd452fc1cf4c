import type { Article } from '../../content/types.ts';
import type { Prose } from '../../markdown/findings.ts';
import { languageTag } from '../../schemas/locale.ts';
import { type Language, loadLanguage } from '../../search/core/text/language.ts';
import { tokenize } from '../../search/core/text/tokenize.ts';
import { lineOf } from '../locate.ts';
import { segmentSentences } from '../segment.ts';
import { polarityOf, straightened } from './polarity.ts';
import { countsIn, type Quantity } from './quantities.ts';

/** A sentence of an article, prepared for comparison with others. */
export interface Statement {
  article: Article;
  /** Title of the article and the headings above the sentence. */
  context: string;
  readonly line: number;
  text: string;
  quantities: Quantity[];
  negated: boolean;
  negatedAnywhere: boolean;
  /** It has a condition, or points to another article. */
  conditional: boolean;
  /** The stem that each of its negations denies, the first behind it that is no adverb; empty when that is not known. */
  denied: string[];
  /** Stems of the words outside conditions. */
  claimed: string[];
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

/** The sentences of articles of one locale, in order. Those that are not worth comparing are left out. */
export async function statementsOf(articles: readonly Article[], locale: string): Promise<Statement[]> {
  const language = await loadLanguage(locale);
  const tag = languageTag(locale);
  return articles.flatMap((article) =>
    article.prose.flatMap((prose) =>
      segmentSentences(prose.text, tag).flatMap((text) => statement(article, prose, text, language)),
    ),
  );
}

function statement(article: Article, prose: Prose, text: string, language: Language): Statement[] {
  if (text.length > LONGEST_TEXT) return [];
  const { quantities, masked, names } = countsIn(text);
  const { plain, main, denied, ...polarity } = polarityOf(masked);
  const tokens = tokenize(plain, language);
  const terms = [
    ...new Set(tokens.filter(({ kind }) => kind !== 'character' || tokens.length < 4).map(({ term }) => term)),
  ];
  if (terms.length < SHORTEST || terms.length > LONGEST) return [];
  const context = [article.title, ...prose.headings].join(' – ');
  return [
    {
      article,
      context,
      // Looked for only in the few that are reported: a long article would be read once for each of its sentences.
      get line() {
        return lineOf(article, text.split(' ').slice(0, 3).join(' '), prose.line);
      },
      text,
      quantities,
      ...polarity,
      denied: denied.flatMap((words) => {
        const [head] = tokenize(straightened(words).replace(ADVERB, ' '), language);
        return head ? [head.term] : [];
      }),
      claimed: tokenize(main, language).map(({ term }) => term),
      whole: ENDED.test(text),
      names,
      topic: plain,
      terms,
    },
  ];
}
