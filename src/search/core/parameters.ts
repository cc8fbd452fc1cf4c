/**
 * The constants of the ranking, all in one place. How they were chosen is in src/search/MEASUREMENTS.md;
 * none is fitted to the sets that its tables report.
 */

/** Fields of a section. Title and keywords are those of its article, so that each of its sections is found by them. */
export const FIELDS = ['title', 'headings', 'keywords', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * BM25F (Robertson, Zaragoza, Taylor 2004): the occurrences of a term in the fields are weighted and normalised
 * by length field by field, then saturated together.
 */
export const BM25 = {
  /** How fast further occurrences stop counting. */
  k1: 2.2,
  weight: { title: 2.5, headings: 1.5, keywords: 2, text: 1 } satisfies Record<Field, number>,
  /** How strongly a field longer than the average counts less, 0 to 1. */
  lengthNormalisation: { title: 0.6, headings: 0.4, keywords: 0.4, text: 0.75 } satisfies Record<Field, number>,
};

/** How much a query word counts by what it is. */
export const KIND_WEIGHT = { word: 1, whole: 1, part: 1, character: 1, pair: 0.5 };

/** Weight of a term that matches what was typed inexactly, 0 to 1. */
export const MATCH_WEIGHT = {
  /** A word that begins with the last, unfinished one. */
  prefix: 0.8,
  /** A word of the index at one or two edits from a word that the index does not know. */
  oneEdit: 0.75,
  twoEdits: 0.55,
  synonym: 0.7,
  /** What the query writes as one word and the site apart, or the other way round. */
  apart: 0.9,
  /** Japanese syllables in hiragana instead of katakana, or the other way round. */
  otherKana: 0.9,
  /** A compound of the site that ends in a word which the index does not know. */
  compoundEnd: 0.6,
  /** A word that shares all but the ending with one that the index does not know. */
  sharedBeginning: 0.4,
  /** The known beginning of an unknown compound. */
  compoundHead: 0.5,
};

/** Bounds that keep any query quick. */
export const LIMITS = {
  /** Letters of a query that are read; its first words say the most. */
  letters: 10_000,
  /** Different words of a query that are looked up; a long e-mail has more, and its first ones say the most. */
  words: 120,
  /** Words of the index that an unfinished word may stand for. */
  prefixExpansions: 24,
  /** Shorter unfinished words match whole words and titles only. */
  prefixLength: 2,
  /** Words of the index that a mistyped word may stand for. */
  typoCandidates: 3,
  /** Compounds of the site that an unknown word may be the end of. */
  compounds: 6,
};

/**
 * How lexical and semantic scores are fused, by the kind of vectors: as the model gives them, with what all have in
 * common taken off, or of a question in another language. `semantic` is the weight of the semantic side in the fused score, the rest is the lexical side's;
 * `lexicalHalfScore` the best lexical score at which the lexical side counts half, in a question of the length that
 * follows: low where the language's words say much, as Chinese characters and Korean syllables do.
 */
export const FUSION = {
  plain: { semantic: { instant: 0.5, deep: 0.5 }, lexicalHalfScore: 16 },
  centred: { semantic: { instant: 0.5, deep: 0.5 }, lexicalHalfScore: 2 },
  foreign: { semantic: { instant: 0.7, deep: 0.8 }, lexicalHalfScore: 2 },
  /** Queries of a length between these are sentences, see `queryLength`: 1 is one word that no section has, common words have little. */
  sentence: { from: 2, to: 4 },
  /** Exponent of the factor by which the meaning of a query shorter than a sentence counts less: the student knows a word alone less well. */
  shortQueryExponent: { instant: 0.1, deep: 0 },
  /** The meaning of a longer query is a blend of many. */
  coherentLength: 8,
  /** What the only section that says all words of a query gets for it, if the query were no longer than nothing; see `sayingAll`. */
  allWords: 0.3,
};

/** Clusters of sections whose vectors a search looks at, where they are too many for one file; each is a request. */
export const PROBED = {
  /** Those whose mean is nearest to the question, */
  nearest: 6,
  /** and those of the sections that its words match best. */
  byWords: 4,
};

/** What is added to the fused score of a section that holds an error code, a version or a quoted phrase of the query. */
export const EXACT = {
  /** More than any fused score, so that these sections come first. */
  short: 1,
  /** A title as it is written, before one that is the same but for accents and marks. */
  title: 1.1,
  /** In a question of more words than this an identifier is one hint among many. */
  shortQuery: 8,
  long: 0.07,
  /** What a query may say beside a code that the article does not, as a share of what the code counts by rarity. */
  besideCode: 1,
  /** A code that more articles have is the name of a product, of which each says something else. */
  articles: 2,
  /** Codes of one kind in a section that is a list of them. */
  listed: 3,
  /** Codes that are looked up to find it. */
  lookedUp: 8,
};

/**
 * How near a question must be to one that an answer is pinned to, as the cosine of their vectors by the student and by the
 * transformer: greater ones are paraphrases. See src/search/MEASUREMENTS.md for what that finds and takes for others.
 */
export const PINNED = {
  plain: { instant: 0.78, deep: 0.78 },
  centred: { instant: 0.75, deep: 0.75 },
  /** To a question in another language. */
  foreign: { instant: 0.55, deep: 0.58 },
};

/** When a question without a sure answer is asked back, see `subjectsOf`; chosen on the halves for tuning of src/search/MEASUREMENTS.md. */
export const SUBJECTS = {
  /** Articles that are looked at, */
  articles: 8,
  /** those that score at least this share of the first. */
  close: 0.65,
  /** Groups at least as alike are one subject; */
  same: 0.75,
  /** as alike, where each has a title of its own with the question in it; */
  sameTitled: 0.95,
  /** where there are too many, those at least as alike as this. */
  least: 0.4,
  /** A question of more words is a sentence, which is asked back only where its answer is as unsure as `doubt`. */
  sentence: 3,
  doubt: 0.2,
  /** Choices in a line. */
  most: 4,
};

/** What a search found, as its categories count it: so many articles at most, of at least this share of the first one's score. */
export const FOUND = { articles: 50, share: 0.3 };

/** What a text for some and not for everybody counts, see `rank/variants.ts`. */
export const VARIANTS = {
  /** The share of its score that a section for others loses. */
  others: 0.05,
  /** What answers instead of it in its article scores at least this share of it. */
  near: 0.5,
  /** The text for who asks below a section for everybody is shown if it scores at least this share of that. */
  below: 0.75,
};

/** What stop words in titles add to a score, as a share of it, see `stopWordFactors`. */
export const TITLE_STOP_WORDS = {
  /** For those that title and query share, where they share all. */
  shared: 0.1,
  /** What is taken off for those of the title that the query does not have, at most, */
  more: 0.03,
  /** and how much they say together, by rarity, where half of that is taken off. */
  half: 5,
};

/** Where a section is shown in place of its article's opening, see `shownSection`. */
export const OPENING = {
  /** Its fused score is greater by more than this, */
  lead: 0.06,
  /** or what it says of the question's words by more than this factor. */
  words: 1.1,
};

/**
 * How sure a ranking is of its first article, see `calibrate`. Logistic regressions for "the first article answers", fitted
 * by `npm run fit-confidence` on bitext-support and stackfaq with random halves of their documents taken away, and on the
 * questions of each put to the other; not on the sets whose AUROC src/search/MEASUREMENTS.md reports. By hand are set
 * `coverage` beside a cosine, which those sets, of few documents, hardly weigh, and without which a question of other words
 * (`what is the weather tomorrow`) is answered; `incoherence`, for long texts; and the bounds and thresholds.
 */
export const CONFIDENCE = {
  lexical: { bias: -5.22, coverage: 5.7, titled: 2.02, lead: 7.15, maxLead: 0.4 },
  // Of questions in Chinese or Korean; fitted as the centred ones are.
  signs: { bias: -4.46, coverage: 6.92, lead: 8.09, maxLead: 0.4 },
  plain: {
    instant: { bias: -7.48, coverage: 3, cosine: 8.81, ahead: 5.02, lead: 7.24, maxLead: 0.2, incoherence: 15 },
    deep: { bias: -8.55, coverage: 3, cosine: 9.8, ahead: 4.31, lead: 8.34, maxLead: 0.2, incoherence: 15 },
  },
  // Fitted in the same way on 300 questions each of parakqc-ko and react-docs-zh, and made surer by 0.3 by hand: of the
  // sample's questions whose article was taken away hardly any was confident. Centred cosines say less alone, so words have
  // more of a say.
  centred: {
    instant: { bias: -4.75, coverage: 6.26, cosine: 2.94, ahead: 1.54, lead: 7.9, maxLead: 0.2, incoherence: 15 },
    deep: { bias: -4.92, coverage: 7, cosine: 2.52, ahead: 2.4, lead: 7.79, maxLead: 0.2, incoherence: 15 },
  },
  // Fitted on Korean and Chinese questions to English pages: the shipped content's, and react-docs-ko-en with -zh-en; then
  // made less sure by hand, since neighbours treat the same matter and only a certain answer may come before those in the
  // question's own language.
  foreign: {
    instant: { bias: -4.99, coverage: 4.5, cosine: 4.59, lead: 5.75, maxLead: 1, incoherence: 15 },
    deep: { bias: -5.79, coverage: 3.48, cosine: 7.17, lead: 3.59, maxLead: 1, incoherence: 15 },
  },
  /** How far the cosine is ahead, or behind, where more says no more. */
  maxAhead: 0.2,
  /** How much a title says of the question, in words that no section has, where more says no more. */
  maxTitled: 1.5,
  /** In a long text, the lead that speaks neither for the first article nor against it: about the median on those sets. */
  typicalLead: 0.1,
  /** Where a title, a code or a quotation was found. */
  exact: 0.9,
  /** Where a code was asked for that no article has, at most; where a list of codes is shown for it. */
  unknownCode: 0.3,
  /** From here on `confident`: where an article answers, it is the first one in nine of ten such cases on unseen sets. */
  confident: 0.45,
  /** From here on `related`, below `none`. */
  related: 0.025,
};
