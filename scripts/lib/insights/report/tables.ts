import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Translator } from '../../../../src/i18n/translator.ts';
import type { Question } from '../count/question-counter.ts';
import type { ArticleRow, Row } from '../count/tally.ts';
import type { QuestionGroup } from '../group/group-questions.ts';

/** Rows of a list in the report, and other wordings shown of a group. */
const SHOWN = 25;
const WORDINGS = 5;

/** How the report writes in its language. */
export interface Wording {
  t: Translator;
  count(value: number): string;
  share(part: number, whole: number): string;
  /** What an article is called. */
  article(id: string): ElementContent;
}

type Article = [id: string, row: ArticleRow];

/** Groups of unanswered questions, the most asked first. */
export function questionGroups(groups: QuestionGroup[], { t, count }: Wording): ElementContent {
  return table(
    t('insights.questions'),
    [
      { title: t('insights.question'), cell: ({ questions }) => questions[0]!.text },
      { title: t('insights.asked'), cell: (group) => count(group.count), number: true },
      { title: t('insights.language'), cell: ({ locale }) => locale },
      {
        title: t('insights.alsoAsked'),
        cell: ({ questions }) =>
          h(
            'span',
            { className: ['wordings'] },
            questions.slice(1, 1 + WORDINGS).map(({ text }) => h('span', text)),
          ),
      },
    ],
    groups.slice(0, SHOWN),
  );
}

/** Articles that were opened in visits which then reached a person; nothing when there are none. */
export function openedButContacted(
  articles: Map<string, ArticleRow>,
  { t, count, share, article }: Wording,
): ElementContent | undefined {
  const rows = highest(articles, ({ contacted }) => contacted);
  return (
    rows &&
    table(
      t('insights.openedContacted'),
      [
        { title: t('insights.article'), cell: ([id]) => article(id) },
        { title: t('insights.contacted'), cell: ([, { contacted }]) => count(contacted), number: true },
        { title: t('insights.readIn'), cell: ([, { visits }]) => count(visits), number: true },
        { title: t('insights.share'), cell: ([, { contacted, visits }]) => share(contacted, visits), number: true },
      ],
      rows,
    )
  );
}

/** Articles that visitors called unhelpful, with their reasons; nothing when there are none. */
export function markedUnhelpful(
  articles: Map<string, ArticleRow>,
  { t, count, article }: Wording,
): ElementContent | undefined {
  const rows = highest(articles, ({ notHelpful }) => notHelpful);
  const reason = (name: keyof ArticleRow['reasons'], title: string) => ({
    title,
    cell: ([, row]: Article) => count(row.reasons[name]),
    number: true,
  });
  return (
    rows &&
    table(
      t('insights.unhelpful'),
      [
        { title: t('insights.article'), cell: ([id]) => article(id) },
        { title: t('insights.said'), cell: ([, { notHelpful }]) => count(notHelpful), number: true },
        reason('unclear', t('helpful.reason.unclear')),
        reason('incomplete', t('helpful.reason.incomplete')),
        reason('wrong', t('helpful.reason.wrong')),
        reason('different', t('helpful.reason.different')),
        reason('none', t('insights.noReason')),
      ],
      rows,
    )
  );
}

/** The searches made most often. */
export function topSearches(questions: Question[], { t, count }: Wording): ElementContent {
  return table(
    t('insights.top'),
    [
      { title: t('insights.question'), cell: ({ text }) => text },
      { title: t('insights.asked'), cell: (question) => count(question.count), number: true },
      { title: t('insights.unanswered'), cell: ({ unanswered }) => count(unanswered), number: true },
      { title: t('insights.language'), cell: ({ locale }) => locale },
    ],
    questions.slice(0, SHOWN),
  );
}

/** Outcomes and searches, one row for each language or period. */
export function rowsTable(
  caption: string,
  head: string,
  rows: [string, Row][],
  { t, count, share }: Wording,
): ElementContent {
  const visits = ({ outcomes }: Row): number => outcomes.answered + outcomes.contacted + outcomes.silent;
  const outcome = (name: keyof Row['outcomes']) => ({
    title: t(`insights.${name}`),
    cell: ([, row]: [string, Row]) => `${count(row.outcomes[name])} (${share(row.outcomes[name], visits(row))})`,
    number: true,
  });
  return table(
    caption,
    [
      { title: head, cell: ([name]) => name },
      { title: t('insights.visits'), cell: ([, row]) => count(visits(row)), number: true },
      outcome('answered'),
      outcome('contacted'),
      outcome('silent'),
      { title: t('insights.searches'), cell: ([, { searches }]) => count(searches), number: true },
      {
        title: t('insights.unanswered'),
        cell: ([, { unanswered, searches }]) => `${count(unanswered)} (${share(unanswered, searches)})`,
        number: true,
      },
    ],
    rows,
  );
}

function highest(articles: Map<string, ArticleRow>, of: (row: ArticleRow) => number): Article[] | undefined {
  const rows = [...articles]
    .filter(([, row]) => of(row) > 0)
    .sort(([a, x], [b, y]) => of(y) - of(x) || (a < b ? -1 : 1));
  return rows.length > 0 ? rows.slice(0, SHOWN) : undefined;
}

/** A column: its heading, what a row shows in it, and whether that is a number. */
interface Column<Row> {
  title: string;
  cell(row: Row): string | ElementContent;
  number?: boolean;
}

/** A table that scrolls sideways where it does not fit; its first column names the row. */
function table<Row>(caption: string, columns: Column<Row>[], rows: Row[]): ElementContent {
  const look = (column: Column<Row>) => (column.number ? { className: ['number'] } : {});
  const cell = (row: Row, column: Column<Row>, index: number): ElementContent =>
    h(index === 0 ? 'th' : 'td', { ...look(column), ...(index === 0 && { scope: 'row' }) }, column.cell(row));
  return h('div', { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h('thead', [
        h(
          'tr',
          columns.map((column) => h('th', { scope: 'col', ...look(column) }, column.title)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            columns.map((column, index) => cell(row, column, index)),
          ),
        ),
      ),
    ]),
  ]);
}
