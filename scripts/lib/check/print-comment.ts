import { readFile, stat } from 'node:fs/promises';
import { formatComment } from './format-comment.ts';
import { LARGEST_REPORT, readCheckReport } from './read-check-report.ts';

// Run by the actions of this repository: node print-comment.ts REPORT [URL OF THE RUN] [HOW IT ENDED]. It is no command,
// since those need packages, and beside the token that writes comments none is to run.
const [file = '', url, conclusion] = process.argv.slice(2);

try {
  // Four bytes are the most that a UTF-16 unit takes in a file. More is not even read.
  if ((await stat(file)).size > 4 * LARGEST_REPORT) throw new Error(`${file} is too large for a report of the check.`);
  const report = readCheckReport(await readFile(file, 'utf8'));
  process.stdout.write(formatComment(report, url ? { url, built: conclusion === 'success' } : undefined));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
