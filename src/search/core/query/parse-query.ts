import { LIMITS } from '../parameters.ts';
import { type Language, PLAIN_LANGUAGE } from '../text/language.ts';
import { plainText } from '../text/plain-text.ts';
import type { TermKind, Token } from '../text/token.ts';
import { tokenize } from '../text/tokenize.ts';
import { writtenWords } from '../text/written-words.ts';

/** One thing that a query asks for. */
export interface QueryWord {
  /** Equal forms of the word in the index: its stem, and for an accented word its other stem. */
  terms: string[];
  kind: TermKind;
  /** How often the query says it. */
  count: number;
  /** Where it first stands in the query. */
  start: number;
  end: number;
  /** Whether it is the last word and may still be being typed. */
  partial: boolean;
  /** True for a stop word of a query of nothing else, and for an unfinished one of a draft, see `RankOptions`. */
  titleOnly?: boolean;
}

export interface ParsedQuery {
  /** The query as it is compared, see `plainText`; all ranges are of this text. */
  text: string;
  words: QueryWord[];
  /** Its words that are looked for in titles only: folded. */
  stopWords: Set<string>;
  /** What stands between quotation marks: must occur as written. */
  phrases: string[];
}

export interface ParseOptions {
  /** Whether the last word may be unfinished; only a word at the very end is. */
  lastWordPartial?: boolean;
}

const QUOTED = /"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』/gu;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;

/** What is read of a query, as it is compared. */
export function readText(written: string): string {
  return plainText(written.slice(0, LIMITS.letters)).toWellFormed();
}

/** A question as it is read once a subject was chosen. */
export function withSubject(query: string, about: string | undefined): string {
  return about ? `${query} ${about}` : query;
}

/** Takes a query apart into the words to look up. Any string is a query; one without words gives none. */
export function parseQuery(
  written: string,
  language: Language,
  { lastWordPartial = false }: ParseOptions = {},
): ParsedQuery {
  const text = readText(written);
  const unfinished = lastWordPartial && ENDS_IN_WORD.test(text) ? text.length : -1;
  const words = new Map<string, QueryWord>();
  for (const variants of bySpan(tokenize(text, language))) {
    const [{ term, kind, start, end }] = variants;
    const known = words.get(term);
    const partial = end === unfinished && kind !== 'character' && kind !== 'pair';
    if (known !== undefined) {
      known.count++;
      known.partial ||= partial;
    } else if (words.size < LIMITS.words) {
      words.set(term, { terms: variants.map((token) => token.term), kind, count: 1, start, end, partial });
    }
  }
  const stopWords = new Set(writtenWords(text, language).flatMap(({ word, isStopWord }) => (isStopWord ? [word] : [])));
  if (words.size === 0) return { text, words: titleWords(text, unfinished), stopWords, phrases: [] };
  const phrases = [...text.matchAll(QUOTED)].map((match) =>
    match
      .slice(1)
      .find((group) => group !== undefined)!
      .trim(),
  );
  return {
    text,
    words: [...words.values()],
    stopWords,
    phrases: phrases.filter((phrase) => tokenize(phrase, language).length > 0),
  };
}

/** The words of a query of nothing but stop words (`About us`), which are looked for in titles. */
function titleWords(text: string, unfinished: number): QueryWord[] {
  const tokens = tokenize(text, PLAIN_LANGUAGE).filter(({ kind }) => kind === 'word');
  return tokens.slice(0, LIMITS.words).map(({ term, kind, start, end }) => ({
    terms: [term],
    kind,
    count: 1,
    start,
    end,
    partial: end === unfinished,
    titleOnly: true,
  }));
}

/** Variants of one word share their range and their kind; everything else stands alone. */
function bySpan(tokens: Token[]): [Token, ...Token[]][] {
  const groups: [Token, ...Token[]][] = [];
  for (const token of tokens) {
    const group = groups.at(-1);
    const isVariant = token.kind === 'word' || token.kind === 'part';
    if (
      group !== undefined &&
      isVariant &&
      group[0].start === token.start &&
      group[0].end === token.end &&
      group[0].kind === token.kind
    )
      group.push(token);
    else groups.push([token]);
  }
  return groups;
}
