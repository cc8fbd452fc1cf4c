/** Ends of sentences and, between them, semicolons and colons; a line break ends a clause, too. */
const CLAUSE_END = /(?<=[.!?;:。！？])\s+|\n+/u;
/** Words of a clause at most: more say little more and cost the teacher more. */
const LONGEST = 40;

/** The clauses of a text that have more than one word, white space made plain, long ones cut. */
export function clausesOf(text: string): string[] {
  return text
    .split(CLAUSE_END)
    .map(wordsOf)
    .filter((words) => words.length > 1)
    .map((words) => words.slice(0, LONGEST).join(' '));
}

/** What stands between white space. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
