import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { OwnStrings } from '../../../../src/i18n/languages.ts';
import { translator } from '../../../../src/i18n/translator.ts';
import { directionOf, languageTag } from '../../../../src/schemas/locale.ts';
import type { Counted } from '../count/count-events.ts';
import { READ_SECONDS } from '../count/outcomes.ts';
import type { QuestionGroup } from '../group/group-questions.ts';
import { barsOverTime, type Series } from './charts.ts';
import { comparable, facts, spanText } from './facts.ts';
import { periodsOf } from './periods.ts';
import { style } from './style.ts';
import {
  type ArticleSource,
  calledOutdated,
  markedUnhelpful,
  openedButContacted,
  questionGroups,
  rowsTable,
  topSearches,
  type Wording,
} from './tables.ts';

const OUTCOMES = (['answered', 'contacted', 'silent'] as const).map(
  (name) => ({ name, colour: name, of: ({ outcomes }) => outcomes[name] }) satisfies Series,
);
const SEARCHES: Series[] = [
  { name: 'searches', colour: 'answered', of: ({ searches }) => searches },
  { name: 'unanswered', colour: 'contacted', of: ({ unanswered }) => unanswered },
];

/**
 * The whole report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.
 * @param articles Of the site, by id; those that are not there any more are called by their id.
 * @param locales Of the site.
 * @param strings The owner's texts of the interface.
 */
export function report(
  counted: Counted,
  groups: QuestionGroup[],
  locale: string,
  articles = new Map<string, ArticleSource>(),
  locales: readonly string[] = [],
  strings?: OwnStrings,
): string {
  const t = translator(locale, strings);
  const tag = languageTag(locale);
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const wording: Wording = {
    t,
    count: (value) => number.format(value),
    share: (part, whole) => (whole === 0 ? '–' : percent.format(part / whole)),
    article: (id) => named(id, articles.get(id)),
    has: (code) => locales.includes(code),
  };
  const { tally, skipped } = counted;
  const sum = t('insights.counted', { events: tally.events, duplicates: tally.duplicates, skipped: skipped.count });
  const page = h('html', { lang: tag, dir: directionOf({ code: locale }) }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
      h('title', t('insights.title')),
      h('style', style),
    ]),
    h('body', [
      h('main', [
        h('h1', t('insights.title')),
        ...(tally.events === 0
          ? [h('p', t('insights.empty'))]
          : [...outcomes(counted, tag, wording), ...lists(counted, groups, wording)]),
        h('p', { className: ['muted'] }, sum),
      ]),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page, { allowDangerousHtml: true })}\n`;
}

/** An article by its title, which leads to where it is edited, and its file. */
function named(id: string, source: ArticleSource | undefined): ElementContent {
  if (!source) return h('code', id);
  const { title, file, edit } = source;
  return h('span', [edit === undefined ? title : h('a', { href: edit }, title), ' ', h('code', file)]);
}

/** How visits ended, in numbers and over time. */
function outcomes(counted: Counted, tag: string, wording: Wording): ElementContent[] {
  const { t } = wording;
  const { unit, periods } = periodsOf(counted.tally.days);
  const chart = (title: string, series: Series[], stacked: boolean): ElementContent =>
    h('figure', [
      h('figcaption', title),
      h(
        'ul',
        { className: ['key'] },
        series.map(({ name }) => h('li', { className: [name] }, t(`insights.${name}`))),
      ),
      { type: 'raw', value: barsOverTime(periods, unit, series, stacked, tag) } as unknown as ElementContent,
    ]);
  return [
    ...spanText(counted, t).map((text) => h('p', { className: ['muted', 'span'] }, text)),
    h('h2', t('insights.outcomes')),
    facts(counted, tag, wording),
    h('p', t('insights.outcomesNote', { seconds: READ_SECONDS })),
    chart(t('insights.overTime'), OUTCOMES, true),
    chart(t('insights.searchesOverTime'), SEARCHES, false),
    h('details', [
      h('summary', t('insights.numbers')),
      rowsTable(
        t('insights.overTime'),
        t(`insights.${unit}`),
        periods.map(({ start, row }) => [start, row]),
        wording,
      ),
    ]),
  ];
}

/** What was asked, and which articles did not help. */
function lists(counted: Counted, groups: QuestionGroup[], wording: Wording): ElementContent[] {
  const { t } = wording;
  const { tally, questions } = counted;
  const before = comparable(counted)?.articles;
  const nothing = (): ElementContent => h('p', t('insights.none'));
  const left = questions.unansweredKinds - groups.reduce((sum, group) => sum + group.questions.length, 0);
  const unanswered =
    questions.top.length + questions.unanswered.length === 0
      ? h('p', t('insights.noWords'))
      : groups.length > 0
        ? questionGroups(groups, wording)
        : nothing();
  return [
    h('h2', t('insights.questions')),
    h('p', t('insights.questionsNote')),
    unanswered,
    ...(groups.length > 0 ? [h('p', { className: ['muted'] }, t('insights.writeNote'))] : []),
    ...(left > 0 ? [h('p', { className: ['muted'] }, t('insights.questionsLeft', { count: left }))] : []),
    h('h2', t('insights.openedContacted')),
    h('p', t('insights.openedContactedNote')),
    openedButContacted(tally.articles, before, wording) ?? nothing(),
    h('h2', t('insights.unhelpful')),
    h('p', t('insights.unhelpfulNote')),
    markedUnhelpful(tally.articles, before, wording) ?? nothing(),
    ...byAgents(calledOutdated(tally.articles, before, wording), t),
    ...(questions.top.length > 0 ? [h('h2', t('insights.top')), topSearches(questions.top, wording)] : []),
    h('h2', t('insights.byLocale')),
    rowsTable(
      t('insights.byLocale'),
      t('insights.language'),
      [...tally.locales].sort(([a], [b]) => (a < b ? -1 : 1)),
      wording,
    ),
    h('p', { className: ['muted'] }, t('insights.limits')),
  ];
}

/** What only sites have whose agents report something. */
function byAgents(outdated: ElementContent | undefined, t: Wording['t']): ElementContent[] {
  return outdated ? [h('h2', t('insights.outdated')), outdated] : [];
}
