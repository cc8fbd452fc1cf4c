/** A word piece, as the teacher's tokenizer writes it (`##ing` for a continuation), with its vector. */
export type PieceVector = readonly [piece: string, vector: Float32Array];

/** What the instant tier embeds questions with: a vector for each word piece, whose sum is a question's vector up to its length. */
export interface Student {
  table: PieceVector[];
  /** Rows that take the teacher's vectors into the student's dimensions. */
  projection: Float32Array[];
  /** What the teacher's vectors of all questions have in common; undefined where it is not taken off. */
  common?: Float32Array;
  report: StudentReport;
}

/** How well the student learned. */
export interface StudentReport {
  /** Spans it learned from. */
  spans: number;
  /** Spans held out to evaluate it with. */
  heldOut: number;
  /** Mean cosine between its vectors and the teacher's for those. */
  heldOutCosine: number;
}

/** Below this mean cosine the student misleads more often than it helps; sites in English reach 0.8 and more. */
export const POOR_FIT = 0.6;

/** Fewer spans say nothing: a language of which an article is translated holds out one or two. */
const FEWEST_HELD_OUT = 20;

/** What the build tells the owner of a poor student; undefined for a good one, and where nobody can tell. */
export function studentWarning({ heldOut, heldOutCosine }: StudentReport, locale: string): string | undefined {
  if (heldOut < FEWEST_HELD_OUT || heldOutCosine >= POOR_FIT) return undefined;
  return (
    `Search in "${locale}": the instant answers understand questions poorly (cosine ${heldOutCosine.toFixed(2)} to the model on ${heldOut} held-out spans; ${POOR_FIT} or more is usual). ` +
    'Is the language among the model\'s "languages" in site.yaml, and does the model understand it? Take another model, or take the language off the list: its words alone are then searched.'
  );
}

/** What the build tells the owner of languages whose model was not to be had: a line for each reason. */
export function unavailableWarnings(unavailable: Readonly<Record<string, string>>): string[] {
  const byReason = Map.groupBy(Object.entries(unavailable), ([, reason]) => reason);
  return [...byReason].map(
    ([reason, entries]) =>
      `Search in ${entries.map(([locale]) => `"${locale}"`).join(', ')}: by words alone, since its model is not here. ${reason}`,
  );
}
