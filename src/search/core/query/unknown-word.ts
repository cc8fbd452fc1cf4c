import type { SearchIndex } from '../index/search-index.ts';
import { partsOfKey } from '../index/vocabulary-shard.ts';
import { loadOnce } from '../load-once.ts';
import { MATCH_WEIGHT } from '../parameters.ts';
import { type Alternative, single } from './alternative.ts';
import type { QueryWord } from './parse-query.ts';
import { SHORTEST_JOINED, writtenApart } from './spacing.ts';
import { correctSpelling, maxEdits } from './spelling.ts';

/**
 * What a word may mean that the index does not know: a word it is a typo of, several that the site writes apart, compounds
 * that end in it; if there is none, words that begin as it does.
 * @param text Of the query.
 * @param asTyped Whether it is no typo.
 */
export async function meantBy(
  index: SearchIndex,
  { kind, start, end }: QueryWord,
  text: string,
  asTyped: boolean,
): Promise<Alternative[]> {
  if (kind === 'pair' || kind === 'character') return inOtherKana(index, text.slice(start, end));
  if (kind !== 'word' && kind !== 'part') return [];
  const written = index.language.fold(text.slice(start, end));
  const meant = await Promise.all([
    asTyped ? [] : corrected(index, written),
    written.length < SHORTEST_JOINED ? [] : writtenApart(index, written),
    index.language.compounds ? ((await compoundWords())?.compoundEnds(index, written) ?? []) : [],
  ]);
  const alternatives = meant.flat();
  return alternatives.length > 0 ? alternatives : similarBeginning(index, written);
}

/** Only these languages fetch it. Browsers do not ask again for what was lost on the way; compounds are then unknown words. */
const compoundWords = loadOnce(() => import('./compounds.ts').catch(() => undefined));

const HIRAGANA = /^[ぁ-ゖー]+$/;
const KATAKANA = /^[ァ-ヶー]+$/;
/** How far the katakana lie behind the hiragana in Unicode. */
const KANA = 0x60;

/** Japanese syllables that the index does not know in the kana of the other kind: パス for ぱす. */
async function inOtherKana(index: SearchIndex, written: string): Promise<Alternative[]> {
  const shift = HIRAGANA.test(written) ? KANA : KATAKANA.test(written) ? -KANA : 0;
  if (shift === 0) return [];
  const other = written.replace(/[^ー]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + shift));
  return single(other, (await index.postings([other])).get(other), MATCH_WEIGHT.otherKana);
}

async function corrected(index: SearchIndex, written: string): Promise<Alternative[]> {
  const corrections = await correctSpelling(written, (key) =>
    index.vocabulary(key, partsOfKey(key, written, maxEdits(written))),
  );
  const terms = corrections.map(({ word }) => index.language.stem(word));
  const found = await index.postings(terms);
  return corrections.flatMap(({ word, edits }, place) =>
    single(terms[place]!, found.get(terms[place]!), edits === 1 ? MATCH_WEIGHT.oneEdit : MATCH_WEIGHT.twoEdits).map(
      (alternative) => ({ ...alternative, spelled: word }),
    ),
  );
}

/** Letters that the known beginning of an unknown compound has at least. */
const HEAD_LENGTH = 5;

/**
 * The longest word of the index that an unknown one begins with, Gutschein for Gutscheincode; else, among compounds, those
 * that begin as it does, Kundennummer for Kundennr.
 */
async function similarBeginning(index: SearchIndex, written: string): Promise<Alternative[]> {
  const around = await index.termsAround(written);
  const heads = around.filter(([term]) => term.length >= HEAD_LENGTH && written.startsWith(term));
  const [longest] = heads.sort(([one], [other]) => other.length - one.length);
  if (longest !== undefined) return single(longest[0], longest[1], MATCH_WEIGHT.compoundHead);
  return index.language.compounds ? ((await compoundWords())?.sharedBeginnings(around, written) ?? []) : [];
}
