import pc from 'picocolors';
import type { Note } from '../sources/source.ts';
import type { ImportReport } from './report.ts';

const meanings: Partial<Record<string, string>> = {
  conflict: 'edited here and changed in the source; the edit stays, the new text is in .import/incoming',
  'keep-edit': 'edited here; the edit stays',
  'deleted-here': 'deleted here; stays deleted',
  gone: 'no longer in the source; stays here',
  withdraw: 'restricted in the source now; removed',
};

/** The report as lines for the terminal: the table, what was kept from being overwritten, and what changed by article. */
export function formatReport(report: ImportReport, full: boolean): string {
  const lines: string[] = [];
  lines.push(table(report), '');
  const special = report.files.filter((file) => meanings[file.action]);
  for (const action of Object.keys(meanings)) {
    const files = special.filter((file) => file.action === action);
    if (files.length === 0) continue;
    lines.push(pc.bold(`${files.length} ${meanings[action]}:`), ...files.map((file) => `  ${file.path}`), '');
  }
  if (report.skipped.length > 0) {
    lines.push(pc.bold(`${report.skipped.length} not imported:`));
    const restricted = report.skipped.filter((one) => one.reason === 'restricted').length;
    if (restricted > 0) lines.push(`  ${restricted} restricted to some readers`);
    lines.push(
      ...skippedLines(
        report.skipped.filter((each) => each.reason !== 'restricted'),
        full,
      ),
      '',
    );
  }
  lines.push(...changeLines(report, full));
  if (report.videos.shown > 0)
    lines.push(
      `${report.videos.shown} ${report.videos.shown === 1 ? 'film is' : 'films are'} shown in the articles${report.videos.copied > 0 ? `, ${report.videos.copied} of them from files that came along` : ''}.`,
      '',
    );
  if (report.words) {
    const { before, kept, losses } = report.words;
    lines.push(
      `${kept} of ${before} words are kept (${percent(kept, before)} %).`,
      ...losses
        .slice(0, full ? undefined : 5)
        .map(
          ({ origin, lost }) =>
            `  ${origin}: lost ${lost.slice(0, 12).join(' ')}${lost.length > 12 ? ` … and ${lost.length - 12} more` : ''}`,
        ),
      '',
    );
  }
  for (const note of report.notes) lines.push(`${note.level === 'lost' ? pc.yellow('!') : '·'} ${note.detail}`);
  return lines.join('\n');
}

/** Of files that stay behind for one reason, the first names; a repository can have thousands of them. */
const mostNames = 3;

/** What stays behind, by reason: all names when the full report is asked for. */
function skippedLines(skipped: ImportReport['skipped'], full: boolean): string[] {
  if (full) return skipped.map(({ origin, detail }) => `  ${origin}: ${detail}`);
  const byDetail = Map.groupBy(skipped, ({ detail }) => detail);
  return [...byDetail].map(([detail, files]) => {
    const names = files.slice(0, mostNames).map(({ origin }) => origin);
    if (files.length === 1) return `  ${names[0]}: ${detail}`;
    const more = files.length > mostNames ? ` … and ${files.length - mostNames} more` : '';
    return `  ${files.length} files, each ${detail}: ${names.join(', ')}${more}`;
  });
}

/** Two decimals, never rounded up: 100 is all of them. */
function percent(kept: number, before: number): string {
  return before === kept ? '100' : (Math.floor((kept / before) * 10_000) / 100).toFixed(2);
}

function changeLines(report: ImportReport, full: boolean): string[] {
  const counts = new Map<string, { level: Note['level']; count: number; articles: number }>();
  for (const { notes } of report.changes) {
    for (const kind of new Set(notes.map((note) => note.kind))) {
      const same = notes.filter((note) => note.kind === kind);
      const entry = counts.get(kind) ?? { level: same[0]?.level ?? 'changed', count: 0, articles: 0 };
      counts.set(kind, { ...entry, count: entry.count + same.length, articles: entry.articles + 1 });
    }
  }
  if (counts.size === 0) return [];
  const lines = [pc.bold('What had to change:')];
  for (const [kind, { level, count, articles }] of [...counts].sort((one, other) => other[1].count - one[1].count)) {
    lines.push(
      `  ${level === 'lost' ? pc.yellow('lost   ') : 'changed'}  ${kind}: ${count} in ${articles} article${articles === 1 ? '' : 's'}`,
    );
  }
  if (full)
    for (const { origin, notes } of report.changes)
      lines.push('', `  ${pc.bold(origin)}`, ...notes.map((note) => `    ${note.level}: ${note.detail}`));
  else lines.push('  Each of them, by article: .import/report.json, or run again with --verbose.');
  return [...lines, ''];
}

function table(report: ImportReport): string {
  const head = ['locale', 'category', 'create', 'update', 'same', 'kept', 'lost'];
  const rows = report.categories.map((row) =>
    [row.locale, row.category, row.create, row.update, row.unchanged, row.kept, row.lost].map(String),
  );
  const widths = head.map((name, column) => Math.max(width(name), ...rows.map((row) => width(row[column] ?? ''))));
  const line = (cells: string[]): string =>
    cells
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column < 2 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd();
  return [pc.bold(line(head)), ...rows.map(line)].join('\n');
}

/** Columns a text takes in a terminal: Chinese, Japanese and Korean letters take two. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      letter,
    )
      ? 2
      : 1;
  return columns;
}
