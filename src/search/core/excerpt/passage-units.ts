import { type Range, type SentenceRange, splitSentences } from './split-sentences.ts';

/** What a passage is made of: a sentence, or a whole step, bullet or row of a table. */
export interface PassageUnit extends Range {
  kind: 'sentence' | 'step' | 'bullet' | 'row';
  /** Number of the line it stands in: a paragraph, a list item, a row. */
  line: number;
  /** Whether it is what its line begins with. */
  first: boolean;
  /** Whether it only announces what follows: `Do this:`. */
  leadsIn: boolean;
  /** Whether it goes on before its start, after its end: a sentence longer than a passage is cut. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Begins a line that only makes sense where it stands: code, links, the words below a picture. */
const ASIDE = '\t';
const STEP = /^\d{1,3}\. /;
const BULLET = /^• /;
const CELL = ' · ';
const LEADS_IN = /[:：]["'”’」』）)]*$/u;

/** Ends a sentence, of any script. */
const ENDS = /\p{Po}["'”’」』）)\p{Pe}\p{Pf}]{0,4}$/u;

/**
 * The units of a section's lines, in order, none longer than `maxLength`. Lines that only make sense where they stand,
 * what announces them, and what is no sentence (`Arduino Forum`, a link of a hub) give none, unless there are no others.
 */
export function passageUnits(text: string, maxLength: number): PassageUnit[] {
  let place = 0;
  const lines = text.split('\n').map((written, number) => {
    const line = written.startsWith(ASIDE) ? written.slice(1) : written;
    const start = place + written.length - line.length;
    place += written.length + 1;
    return { line, number, start, aside: written.startsWith(ASIDE) };
  });
  const unitsIn = (some: typeof lines): PassageUnit[] =>
    some.flatMap(({ line, number, start }) => unitsOf(line, start, maxLength, number));
  const said = lines.filter(({ aside }) => !aside);
  const sentences = said.filter(
    ({ line }) => STEP.test(line) || BULLET.test(line) || line.includes(CELL) || ENDS.test(line),
  );
  const announcing = ({ leadsIn, line }: PassageUnit): boolean => leadsIn && lines[line + 1]?.aside === true;
  return (
    [
      unitsIn(sentences).filter((unit) => !announcing(unit)),
      unitsIn(said).filter((unit) => !announcing(unit)),
      unitsIn(lines),
    ].find((units) => units.length > 0) ?? []
  );
}

function unitsOf(line: string, start: number, maxLength: number, number: number): PassageUnit[] {
  const kind = STEP.test(line) ? 'step' : BULLET.test(line) ? 'bullet' : line.includes(CELL) ? 'row' : 'sentence';
  const ranges =
    kind === 'row'
      ? [wholeCells(line, maxLength)]
      : kind !== 'sentence' && line.length <= maxLength
        ? [{ start: 0, end: line.length }]
        : splitSentences(line, maxLength);
  return ranges.map((range, place): PassageUnit => {
    const written = line.slice(range.start, range.end);
    const before = ranges[place - 1];
    return {
      start: start + range.start,
      end: start + range.end,
      kind: place === 0 ? kind : 'sentence',
      line: number,
      first: place === 0,
      leadsIn: LEADS_IN.test(written),
      cutBefore: before?.cut === true,
      cutAfter: range.cut === true,
    };
  });
}

/** The first cells of a row that there is room for. */
function wholeCells(row: string, maxLength: number): SentenceRange {
  if (row.length <= maxLength) return { start: 0, end: row.length };
  const end = row.lastIndexOf(CELL, maxLength);
  return { start: 0, end: end > 0 ? end : maxLength, cut: true };
}
