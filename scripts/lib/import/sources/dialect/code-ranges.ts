import { codeLines } from './lines-outside-code.ts';

interface Range {
  start: number;
  end: number;
}

/** Where code stands in a text, in order, as offsets: blocks between fences line by line, and words between backticks. */
export function codeRanges(body: string): Range[] {
  const ranges: Range[] = [];
  const isCode = codeLines(body);
  let start = 0;
  for (const [index, line] of body.split('\n').entries()) {
    if (isCode[index]) ranges.push({ start, end: start + line.length });
    else for (const span of codeSpans(line)) ranges.push({ start: start + span.start, end: start + span.end });
    start += line.length + 1;
  }
  return ranges;
}

/** Calls `each` with every piece of a text between blocks of code and words of code, and puts together what comes back. */
export function mapProse(body: string, each: (text: string) => string): string {
  let text = '';
  let from = 0;
  for (const { start, end } of joined(codeRanges(body))) {
    text += each(body.slice(from, start)) + body.slice(start, end);
    from = end;
  }
  return text + each(body.slice(from));
}

/** The lines of a block of code as one. */
function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && last.end + 1 >= range.start) last.end = range.end;
    else result.push({ ...range });
  }
  return result;
}

/** What stands between runs of as many backticks. */
function codeSpans(line: string): Range[] {
  const runs = [...line.matchAll(/`+/g)];
  const later = new Map<number, number[]>();
  for (const [index, run] of runs.entries()) {
    const same = later.get(run[0].length) ?? [];
    same.push(index);
    later.set(run[0].length, same);
  }
  const spans: Range[] = [];
  let end = -1;
  for (const [index, run] of runs.entries()) {
    const same = later.get(run[0].length);
    same?.shift();
    const closing = index > end ? runs[same?.[0] ?? -1] : undefined;
    if (!closing || !same) continue;
    spans.push({ start: run.index, end: closing.index + closing[0].length });
    end = same[0] ?? end;
  }
  return spans;
}
