import type { Event } from '../../../../src/schemas/events.ts';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import { Partitions } from './partitions.ts';
import { QuestionCounter, type Questions } from './question-counter.ts';
import { readEvent } from './read-event.ts';
import { readLines, totalBytes } from './read-lines.ts';
import { Extent, isWithin, type Spans, spansOf } from './spans.ts';
import { type Counts, Tally } from './tally.ts';
import { Visits } from './visits.ts';

/** Events of one partition are together in memory: about 16,000 of them. */
const PARTITION_BYTES = 4 * 2 ** 20;
const MOST_PARTITIONS = 400;
/** A bar is shown where it takes longer than a breath. */
const LARGE = 20 * 2 ** 20;

export interface Counted {
  /** Of the days reported on. */
  tally: Counts;
  /** Of as many days before; undefined when all days are reported on. */
  before: { spans: Spans; tally: Counts } | undefined;
  /** The first day and the last one with an event, whether or not they are counted; undefined without any. */
  extent: { first: string; last: string } | undefined;
  questions: Questions;
  /** Lines that hold no event of ours, with the first few places. */
  skipped: { count: number; places: string[] };
}

/**
 * Counts the events of files in memory that does not grow with their number: first all lines are divided by visit
 * into temporary files, then each of these is counted alone.
 * @param mostQuestions How many different unanswered questions to keep.
 * @param days Count only so many days, the last ones, and apart from them as many before; all days when left out.
 * @throws Error naming a file that cannot be read.
 */
export async function countEvents(
  files: string[],
  mostQuestions: number,
  progress: ProgressSink,
  days?: number,
): Promise<Counted> {
  const bytes = await totalBytes(files);
  const parts = Math.min(MOST_PARTITIONS, Math.ceil(bytes / PARTITION_BYTES) || 1);
  const partitions = await Partitions.make(parts);
  const queries = await QuestionCounter.make(parts);
  const shown = bytes > LARGE;
  if (shown) progress.start('Counting', Math.ceil((bytes * 2) / 2 ** 20));
  let read = 0;
  const onBytes = (count: number): void => {
    const before = Math.floor(read / 2 ** 20);
    read += count;
    if (shown) progress.advance(Math.floor(read / 2 ** 20) - before);
  };
  try {
    const { skipped, extent } = await divide(files, partitions, onBytes);
    const spans = days === undefined || extent === undefined ? undefined : spansOf(extent.last, days);
    const tally = new Tally();
    const before = spans && { spans, tally: new Tally() };
    const tallyOf = (day: string): Tally | undefined =>
      !before || isWithin(day, before.spans.now)
        ? tally
        : isWithin(day, before.spans.before)
          ? before.tally
          : undefined;
    for (const file of partitions.files) {
      await countPartition(file, new Visits(tallyOf), skipped, onBytes, (event, counted) => {
        if (counted === tally && (event.type === 'search' || event.type === 'gap')) queries.add(event);
      });
    }
    if (shown) progress.stop();
    return { tally, before, extent, questions: await queries.count(mostQuestions), skipped };
  } finally {
    await partitions.remove();
    await queries.remove();
  }
}

async function divide(
  files: string[],
  partitions: Partitions,
  onBytes: (bytes: number) => void,
): Promise<Pick<Counted, 'skipped' | 'extent'>> {
  const skipped: Counted['skipped'] = { count: 0, places: [] };
  const extent = new Extent();
  for (const file of files) {
    let number = 0;
    for await (const lines of readLines(file, onBytes)) {
      for (const line of lines) {
        number++;
        if (line.trim() === '') continue;
        const visit = ownVisit(line);
        if (visit !== undefined) {
          partitions.add(visit, line);
          extent.note(line.slice(104, 114));
          continue;
        }
        const event = parse(line);
        if (!event) {
          skip(skipped, `${file}:${number}`);
          continue;
        }
        partitions.add(event.visit, JSON.stringify(event));
        extent.note(event.at.slice(0, 10));
      }
    }
  }
  partitions.finish();
  const { first, last } = extent;
  return { skipped, extent: first === undefined || last === undefined ? undefined : { first, last } };
}

async function countPartition(
  file: string,
  visits: Visits,
  skipped: Counted['skipped'],
  onBytes: (bytes: number) => void,
  onEvent: (event: Event, counted: Tally | undefined) => void,
): Promise<void> {
  for await (const lines of readLines(file, onBytes)) {
    for (const line of lines) {
      const event = parse(line);
      if (!event) skip(skipped, line.slice(0, 60));
      else onEvent(event, visits.add(event));
    }
  }
  visits.finish();
}

/** The visit of a line in our own form, in which the time follows, without reading the rest of it. */
function ownVisit(line: string): string | undefined {
  if (!line.startsWith('{"v":1,"id":"')) return undefined;
  return line.startsWith('"visit":"', 51) && line.startsWith('"at":"', 98) ? line.slice(60, 96) : undefined;
}

function parse(line: string): Event | undefined {
  try {
    return readEvent(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function skip(skipped: Counted['skipped'], place: string): void {
  skipped.count++;
  if (skipped.places.length < 5) skipped.places.push(place);
}
