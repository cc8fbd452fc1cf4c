import { redactQuery } from '../analytics/redact.ts';
import type { Translate } from '../i18n/create-translator.ts';
import type { TrackedEvent } from '../schemas/events.ts';
import type { IssueTracker } from '../site/issue-tracker.ts';
import type { ChosenAnswer } from './answered-question.ts';
import { citationOf, nameOf } from './citation.ts';

/** Where agents' reports go, and whether they may carry the words of a customer. */
export type ReportSettings =
  | { to: 'counting'; includeQuestion: boolean }
  | { to: 'issues'; includeQuestion: boolean; tracker: IssueTracker };

/** What an agent reports: that nothing answers a question, or that an answer is wrong or old. */
export type Report = { question: string; locale: string } | { answer: ChosenAnswer };

/** What makes two reports the same. */
export function reportKey(report: Report): string {
  if (!('answer' in report)) return `gap ${report.locale} ${report.question}`;
  const { locale, hit } = report.answer;
  return `outdated ${locale} ${hit.article}${anchorOf(hit.href)}`;
}

/** A report as it is counted; the question's words only where the owner allows them. */
export function reportEvent(report: Report, includeQuestion: boolean): TrackedEvent {
  if ('answer' in report) {
    const { locale, hit } = report.answer;
    return { type: 'outdated', language: locale, article: hit.article, section: anchorOf(hit.href).slice(1) };
  }
  return { type: 'gap', language: report.locale, ...(includeQuestion && { query: report.question }) };
}

/**
 * The address of a new issue that says a report, for the agent to look through and send. It holds a customer's question only where the
 * owner allows that, and then without what may identify anybody; else its place is left for the agent's own words.
 * @param root The site's public address with its base path.
 */
export function reportIssue(
  report: Report,
  { tracker, includeQuestion }: Extract<ReportSettings, { to: 'issues' }>,
  t: Translate,
  root: string,
): string {
  const url = new URL(tracker.url);
  const [title, body] = 'answer' in report ? outdated(report.answer, t, root) : gap(report, t, includeQuestion);
  url.searchParams.set(tracker.title, title);
  url.searchParams.set(tracker.body, body);
  return url.href;
}

function gap(
  { question, locale }: Extract<Report, { question: string }>,
  t: Translate,
  includeQuestion: boolean,
): [title: string, body: string] {
  const words = includeQuestion ? redactQuery(question) : '';
  return [t('agents.none'), `${t('agents.message')} (${locale}):\n\n> ${asLine(words)}\n`];
}

function outdated({ hit, locale }: ChosenAnswer, t: Translate, root: string): [title: string, body: string] {
  const citation = citationOf(hit, root);
  const name = nameOf(citation);
  return [
    `${t('agents.wrong')}: ${name}`.slice(0, 200),
    `${asLine(name)} (\`${hit.article}\`, ${locale})\n${citation.url}\n${new URL(hit.href, root).href}\n\n`,
  ];
}

/** Words in one line, in which no mark of Markdown begins a block or names anybody. */
function asLine(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>@#]/g, '\\$&');
}

/** `#how-long` of an address, decoded as far as it can be; '' without one. */
function anchorOf(href: string): string {
  return /#.+/.exec(href)?.[0] ?? '';
}
