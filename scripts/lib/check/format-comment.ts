import type { MovedAnswer } from '../../../src/check/finding/moved-answers.ts';
import { inertText } from '../github/inert-text.ts';
import type { CheckReport } from './read-check-report.ts';

/** Begins the comment, which is found again by it. The action comment looks for the same. */
export const COMMENT_MARK = '<!-- signpost: check -->';
/** What GitHub takes, in characters; counted here in UTF-16 units, of which there are never fewer. */
export const LONGEST_COMMENT = 65_536;
/** Items that a person reads. */
const MOST_ITEMS = 50;
/** Longer ids are none of ours. */
const LONGEST_ID = 80;

/** The run in which a pull request was checked. */
export interface CheckRun {
  /** Its page on GitHub. */
  url: string;
  /** Whether it built the site, and so keeps a preview. */
  built: boolean;
}

/**
 * A check's report as a comment on the pull request: how many problems there are, and whose answers moved, from where to
 * where, those that fell first. The report may be anybody's: every text in it is shown as it is, mentions nobody and links
 * nowhere, and the comment is never longer than GitHub takes.
 * @param run Not of the report, which may claim anything; undefined for the summary of the run itself.
 */
export function formatComment({ errors, warnings, moved }: CheckReport, run?: CheckRun): string {
  const begin = `${COMMENT_MARK}\n**The help center as this pull request has it**: ${problems(errors, warnings)}\n\n`;
  const end = run ? `\n${aboutRun(run)}\n` : '';
  return begin + answers(moved, LONGEST_COMMENT - begin.length - end.length) + end;
}

function problems(errors: number, warnings: number): string {
  const found = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  return found.length === 0 ? 'the check found nothing wrong.' : `the check found ${found.join(' and ')}.`;
}

function answers(moved: readonly MovedAnswer[] | undefined, room: number): string {
  if (!moved)
    return 'Whether answers moved is not known: the check did not compare with the target branch, or could not ask the search.\n';
  if (moved.length === 0) return 'No question’s answer moved.\n';
  const ordered = moved.toSorted((a, b) => direction(a) - direction(b));
  const down = moved.filter((one) => direction(one) < 0).length;
  const up = moved.filter((one) => direction(one) > 0).length;
  const ways = [down > 0 && `${down} down`, up > 0 && `${up} up`].filter(Boolean).join(', ');
  const whose = moved.length === 1 ? 'The answer to 1 question' : `The answers to ${moved.length} questions`;
  const title = `${whose} moved${ways && ` (${ways})`}, compared with the target branch:\n\n`;
  let list = title;
  const last = `\nAnd ${moved.length} more, which the run lists.\n`;
  let shown = 0;
  for (const one of ordered.slice(0, MOST_ITEMS)) {
    const item = listed(one);
    if (list.length + item.length + last.length > room) break;
    list += item;
    shown += 1;
  }
  return shown === moved.length ? list : `${list}\nAnd ${moved.length - shown} more, which the run lists.\n`;
}

/** Below 0 where the article that answers fell, above 0 where it rose, 0 where only the first of all is another one. */
function direction({ before = Infinity, now = Infinity }: MovedAnswer): number {
  return before === now ? 0 : Math.sign(before - now);
}

function listed({ locale, question, id, before, now, firstBefore, firstNow }: MovedAnswer): string {
  const ways = [
    id !== undefined && before !== now && `${inertText(id, LONGEST_ID)} from ${place(before)} to ${place(now)}`,
    firstBefore !== firstNow && `the first of all from ${article(firstBefore)} to ${article(firstNow)}`,
  ].filter(Boolean);
  return `- ${inertText(question)} (${inertText(locale, 20)}): ${ways.join('; ')}\n`;
}

function place(at: number | undefined): string {
  return at === undefined ? 'not found' : `place ${at}`;
}

function article(id: string | undefined): string {
  return id === undefined ? 'none' : inertText(id, LONGEST_ID);
}

function aboutRun({ url, built }: CheckRun): string {
  const preview = built
    ? ' and keeps the pages as they would be: download *preview* there, unpack it and open `index.html`.'
    : '. Nothing was built.';
  return `[The run](${url}) shows each problem beside its line${preview}`;
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
