import type { ViteDevServer } from 'vite';
import { checkContent } from '../check/check-content.ts';
import { countProblems, formatReport } from '../check/report.ts';
import type { HelpCenter, Problem } from '../content/types.ts';
import { errorOverlay } from './error-overlay.ts';

/**
 * Gives a function that reports at once what an edit made wrong, in the words of the content check:
 * in the terminal, errors also over the page in the browser. What was reported before is not repeated, and
 * warnings that were there at the start are only counted, and notes are for whoever reviews.
 */
export function problemReporter(server: ViteDevServer): (center: HelpCenter) => Promise<void> {
  let known: Set<string> | undefined;
  const show = errorOverlay(server.ws);
  return async (center) => {
    const problems = (await checkContent(center)).filter(({ severity }) => severity !== 'note');
    const errors = problems.filter(({ severity }) => severity === 'error');
    const fresh = (known ? problems : errors).filter((problem) => !known?.has(keyOf(problem)));
    if (fresh.length > 0) console.error(`\n${formatReport(fresh, center)}`);
    if (!known) greet(problems);
    else if (known.size > 0 && problems.length === 0) console.log(`\n${formatReport([], center)}`);
    known = new Set(problems.map(keyOf));
    show(errors, center);
  };
}

function greet(problems: Problem[]): void {
  const { warnings } = countProblems(problems);
  if (warnings > 0) console.log(`${warnings} warnings about the content; npm run check shows them.`);
}

/** The same problem on another line is the same problem: an edit above it moves it. */
function keyOf({ file, rule, field, found, expected }: Problem): string {
  return JSON.stringify([file, rule, field, found, expected]);
}
