/** How a vocabulary was made: pieces of WordPiece begin words bare and go on with `##`, those of Unigram begin words with `▁`. */
export type VocabularyKind = 'WordPiece' | 'Unigram';

/** @param rank The piece's number: a unigram vocabulary stands in order of commonness. */
export type PieceFilter = (piece: string, rank: number) => boolean;

/** Scripts that the codes of CLDR stand for when a language is written in several at once. */
const composite: Record<string, string[]> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};
/** Of these a language has a few words only, beside its own script. */
const borrowed: Record<string, string[]> = { Kore: ['Han'] };

/** Signs, and marks that belong to the letter before. */
const common = ['Zyyy', 'Zinh'];

/** So many of the commonest pieces of a vocabulary of every language count as common: 5,000 Latin ones are among them. */
const BORROWED_RANK = 12_000;
/** The same in a Latin script of the language's own: 40,000 pieces, of the 110,000 that all its languages have. */
const OWN_RANK = 80_000;

/**
 * Tells which pieces of a vocabulary the pages and the visitors of one language can need: letters of its own script; Latin
 * ones, since names of products and addresses stand in every language; digits and signs. [unused…] places never stay.
 *
 * A unigram vocabulary is of a hundred languages, most of which the Latin pieces belong to. Of what is not in the
 * language's own script only the commonest pieces stay, English ones, of which every language's texts are full (products,
 * addresses, what screens say), and single letters, so that every word can still be spelt; of Latin ones in a language
 * that writes so, the commonest, too.
 *
 * @param language Its tag; "*" keeps every script.
 * @param english Word pieces of English, as WordPiece writes them in small letters; see english-pieces.ts.
 */
export function pieceFilter(
  language: string,
  kind: VocabularyKind,
  english: ReadonlySet<string> = new Set(),
): PieceFilter {
  if (language === '*') return isNamed;
  const { code, scripts } = scriptsOf(language);
  return kind === 'WordPiece' ? wordPieceFilter(scripts) : unigramFilter(code, scripts, english);
}

/** The scripts that a language is written in, and the code that CLDR has for all of them. */
function scriptsOf(language: string): { code: string; scripts: string[] } {
  const code = new Intl.Locale(language).maximize().script ?? 'Latn';
  return { code, scripts: composite[code] ?? [code] };
}

/** The letters of a language's own scripts, as the inside of a class of a regular expression. */
export function lettersOf(language: string): string {
  return classOf(scriptsOf(language).scripts);
}

function wordPieceFilter(scripts: string[]): PieceFilter {
  const foreign = new RegExp(`(?=[\\p{L}\\p{M}])[^${classOf(['Latn', ...common, ...scripts])}]`, 'u');
  return (piece) => isNamed(piece) && !foreign.test(piece);
}

function unigramFilter(code: string, scripts: string[], english: ReadonlySet<string>): PieceFilter {
  const foreign = new RegExp(`(?=[\\p{L}\\p{M}\\p{N}])[^${classOf(['Latn', ...common, ...scripts])}]`, 'u');
  const few = borrowed[code] ?? [];
  const own = new RegExp(`[${classOf(scripts.filter((script) => !few.includes(script)))}]`, 'u');
  return (piece, rank) => {
    if (foreign.test(piece)) return false;
    const text = piece.replace('▁', '');
    if (!/[\p{L}\p{M}]/u.test(text)) return true;
    if (own.test(text) && (code !== 'Latn' || rank < OWN_RANK)) return true;
    const isLatin = /\p{Script=Latn}/u.test(text);
    if (isLatin && text.length === 1) return true;
    // Others than ASCII belong to languages whose words stand in no others.
    if (rank < BORROWED_RANK && (!isLatin || isAscii(text))) return true;
    const word = text.toLowerCase();
    return english.has(word) || (!piece.startsWith('▁') && english.has(`##${word}`));
  };
}

function isAscii(text: string): boolean {
  return [...text].every((character) => character <= '~');
}

function isNamed(piece: string): boolean {
  return !/^\[unused\d+\]$/.test(piece);
}

/** The inside of a class of a regular expression. */
function classOf(scripts: string[]): string {
  return scripts.map((script) => `\\p{Script=${script}}`).join('');
}
