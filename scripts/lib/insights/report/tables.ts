import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Translator } from '../../../../src/i18n/translator.ts';
import type { Question } from '../count/question-counter.ts';
import type { ArticleRow, Row } from '../count/tally.ts';
import type { QuestionGroup } from '../group/group-questions.ts';
import { newArticleCommand } from './new-article-command.ts';
import { type Column, table } from './table.ts';

/** Rows of a list in the report, and other wordings shown of a group. */
const SHOWN = 25;
const WORDINGS = 5;

/** Where an article is written. */
export interface ArticleSource {
  title: string;
  /** Its file, from the project's folder. */
  file: string;
  /** Where the file is edited, when site.yaml says so. */
  edit?: string | undefined;
}

/** How the report writes in its language. */
export interface Wording {
  t: Translator;
  count(value: number): string;
  share(part: number, whole: number): string;
  /** What an article is called, and its file. */
  article(id: string): ElementContent;
  /** Whether the site has this language, so that an article can be written in it. */
  has(locale: string): boolean;
}

type Article = [id: string, row: ArticleRow];

/** Groups of unanswered questions, the most asked first. */
export function questionGroups(groups: QuestionGroup[], { t, count, has }: Wording): ElementContent {
  return table(
    t('insights.questions'),
    [
      { title: t('insights.question'), cell: ({ questions }) => questions[0]!.text },
      { title: t('insights.asked'), cell: (group) => count(group.count), kind: 'number' },
      ...(groups.some((group) => reportedOf(group) > 0)
        ? [
            {
              title: t('insights.byAgents'),
              cell: (group: QuestionGroup) => count(reportedOf(group)),
              kind: 'number' as const,
            },
          ]
        : []),
      { title: t('insights.language'), cell: ({ locale }) => locale },
      {
        title: t('insights.alsoAsked'),
        cell: ({ questions }) => {
          const [, ...others] = new Set(questions.map(({ text }) => text));
          return wordings(others.slice(0, WORDINGS));
        },
        kind: 'wide',
      },
      { title: t('insights.write'), cell: (group) => command(group, has), kind: 'wide' },
    ],
    groups.slice(0, SHOWN),
  );
}

/** How often agents reported a question of a group. */
function reportedOf({ questions }: QuestionGroup): number {
  return questions.reduce((sum, { reported }) => sum + reported, 0);
}

/** What people wrote, one text beside the other. */
function wordings(texts: readonly string[]): string | ElementContent {
  return texts.length === 0
    ? ''
    : h(
        'span',
        { className: ['wordings'] },
        texts.map((text) => h('span', text)),
      );
}

/** The command that begins an article on a group's question, to be copied. */
function command({ questions, locale }: QuestionGroup, has: Wording['has']): string | ElementContent {
  const written = newArticleCommand(questions[0]!.text, has(locale) ? locale : undefined);
  return written === undefined ? '' : h('code', { className: ['command'], translate: 'no' }, written);
}

/**
 * Articles that were opened in visits which then reached a person; nothing when there are none.
 * @param before The articles of the period before, when there is one to compare with.
 */
export function openedButContacted(
  articles: Map<string, ArticleRow>,
  before: Map<string, ArticleRow> | undefined,
  { t, count, share, article }: Wording,
): ElementContent | undefined {
  const rows = highest(articles, ({ contacted }) => contacted);
  return (
    rows &&
    table(
      t('insights.openedContacted'),
      [
        { title: t('insights.article'), cell: ([id]) => article(id) },
        { title: t('insights.contacted'), cell: ([, { contacted }]) => count(contacted), kind: 'number' },
        ...formerly(before, t, (row) => count(row?.contacted ?? 0)),
        { title: t('insights.readIn'), cell: ([, { visits }]) => count(visits), kind: 'number' },
        { title: t('insights.share'), cell: ([, { contacted, visits }]) => share(contacted, visits), kind: 'number' },
      ],
      rows,
    )
  );
}

/**
 * Articles that visitors called unhelpful, with their reasons; nothing when there are none.
 * @param before As for `openedButContacted`.
 */
export function markedUnhelpful(
  articles: Map<string, ArticleRow>,
  before: Map<string, ArticleRow> | undefined,
  { t, count, article }: Wording,
): ElementContent | undefined {
  const rows = highest(articles, ({ notHelpful }) => notHelpful);
  const reason = (name: keyof ArticleRow['reasons'], title: string): Column<Article> => ({
    title,
    cell: ([, row]) => count(row.reasons[name]),
    kind: 'number',
  });
  return (
    rows &&
    table(
      t('insights.unhelpful'),
      [
        { title: t('insights.article'), cell: ([id]) => article(id) },
        { title: t('insights.said'), cell: ([, { notHelpful }]) => count(notHelpful), kind: 'number' },
        ...formerly(before, t, (row) => count(row?.notHelpful ?? 0)),
        reason('unclear', t('helpful.reason.unclear')),
        reason('incomplete', t('helpful.reason.incomplete')),
        reason('wrong', t('helpful.reason.wrong')),
        reason('different', t('helpful.reason.different')),
        reason('none', t('insights.noReason')),
        ...(rows.some(([, { words }]) => words.length > 0)
          ? [{ title: t('insights.wrote'), cell: ([, { words }]: Article) => wordings(words), kind: 'wide' as const }]
          : []),
      ],
      rows,
    )
  );
}

/**
 * Articles that agents called wrong or old, with the places; nothing when there are none.
 * @param before As for `openedButContacted`.
 */
export function calledOutdated(
  articles: Map<string, ArticleRow>,
  before: Map<string, ArticleRow> | undefined,
  { t, count, article }: Wording,
): ElementContent | undefined {
  const times = (row: ArticleRow | undefined): number => [...(row?.outdated.values() ?? [])].reduce((a, b) => a + b, 0);
  const rows = highest(articles, times);
  return (
    rows &&
    table(
      t('insights.outdated'),
      [
        { title: t('insights.article'), cell: ([id]) => article(id) },
        { title: t('insights.byAgents'), cell: ([, row]) => count(times(row)), kind: 'number' },
        ...formerly(before, t, (row) => count(times(row))),
        { title: t('insights.section'), cell: ([, { outdated }]) => wordings([...outdated.keys()]), kind: 'wide' },
      ],
      rows,
    )
  );
}

/** The column that says what an article's number was before; none where nothing is compared. */
function formerly(
  before: Map<string, ArticleRow> | undefined,
  t: Translator,
  cell: (row: ArticleRow | undefined) => string,
): Column<Article>[] {
  return before ? [{ title: t('insights.before'), cell: ([id]) => cell(before.get(id)), kind: 'number' }] : [];
}

/** The searches made most often. */
export function topSearches(questions: Question[], { t, count }: Wording): ElementContent {
  return table(
    t('insights.top'),
    [
      { title: t('insights.question'), cell: ({ text }) => text },
      { title: t('insights.asked'), cell: (question) => count(question.count), kind: 'number' },
      { title: t('insights.unanswered'), cell: ({ unanswered }) => count(unanswered), kind: 'number' },
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
  const outcome = (name: keyof Row['outcomes']): Column<[string, Row]> => ({
    title: t(`insights.${name}`),
    cell: ([, row]) => `${count(row.outcomes[name])} (${share(row.outcomes[name], visits(row))})`,
    kind: 'number',
  });
  return table(
    caption,
    [
      { title: head, cell: ([name]) => name, kind: 'short' },
      { title: t('insights.visits'), cell: ([, row]) => count(visits(row)), kind: 'number' },
      outcome('answered'),
      outcome('contacted'),
      outcome('silent'),
      { title: t('insights.searches'), cell: ([, { searches }]) => count(searches), kind: 'number' },
      {
        title: t('insights.unanswered'),
        cell: ([, { unanswered, searches }]) => `${count(unanswered)} (${share(unanswered, searches)})`,
        kind: 'number',
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
