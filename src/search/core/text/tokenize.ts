import { grams } from './grams.ts';
import type { Language } from './language.ts';
import { alignedPlainText } from './plain-text.ts';
import { type ScriptRun, scriptRuns } from './script-runs.ts';
import type { Token } from './token.ts';
import { wordTerms } from './word-terms.ts';

/**
 * The terms of a text, in order. The same function runs over articles and over queries.
 * Stop words are left out; identifiers (`E-1042`, `4.1.1.2`, `port-is-grayed`) come whole and in parts;
 * Chinese, Japanese, Korean and other scripts without spaces come as single characters and pairs.
 */
export function tokenize(written: string, language: Language): Token[] {
  const { text, origin } = alignedPlainText(written);
  const tokens = plainTokens(text, language);
  if (origin === undefined) return tokens;
  return tokens.map((token) => ({ ...token, start: origin.starts[token.start]!, end: origin.ends[token.end - 1]! }));
}

function plainTokens(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let before: ScriptRun | undefined;
  for (const run of scriptRuns(text)) {
    const adjoins = before?.unspaced === true && text.slice(before.end, run.start).trim() === '';
    before = run;
    if (run.unspaced) {
      const last = adjoins ? tokens.at(-1) : undefined;
      for (const gram of grams(run, last?.kind === 'character' ? last : undefined)) tokens.push(gram);
      continue;
    }
    for (const { term, kind, start, end } of wordTerms(run.text, language))
      tokens.push({ term, kind, start: run.start + start, end: run.start + end });
  }
  return tokens;
}

/** The different terms of a text. */
export function termsOf(text: string, language: Language): Set<string> {
  return new Set(tokenize(text, language).map(({ term }) => term));
}
