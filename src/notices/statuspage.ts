import type { Severity } from '../schemas/notices.ts';
import { fieldsOf, lineOf, listOf } from '../site/untrusted.ts';
import { type LiveNotice, MOST_NOTICES } from './live-notices.ts';

/** Where a status page of Atlassian Statuspage, and others that answer like it, sums up what is going on. */
export const SUMMARY = '/api/v2/summary.json';

/** Maintenance is told two days ahead. */
const AHEAD = 2 * 24 * 60 * 60_000;
const SEVERITY = new Map<unknown, Severity>([
  ['minor', 'warning'],
  ['major', 'critical'],
  ['critical', 'critical'],
]);

/**
 * Open incidents and maintenance that is planned, under way or being verified, as notices about the whole site.
 * https://developer.statuspage.io tells what a summary holds.
 * @param origin Of the status page; the link to an incident is made of it and the incident's id, so that it leads nowhere else.
 * @param words The locale of the page, and the text of links.
 */
export function readStatuspage(
  data: unknown,
  origin: string,
  words: { locale: string; details: string },
): LiveNotice[] {
  const { incidents, scheduled_maintenances } = fieldsOf(data);
  const open = listOf(incidents).filter((one) => !isOver(one));
  const planned = listOf(scheduled_maintenances).filter((one) => !isOver(one));
  return [
    ...open.flatMap((one) => notice(one, origin, words)),
    ...planned.flatMap((one) => notice(one, origin, words, maintenanceTimes(one))),
  ].slice(0, MOST_NOTICES);
}

function notice(
  data: unknown,
  origin: string,
  { locale, details }: { locale: string; details: string },
  times?: { begins: number; ends: number },
): LiveNotice[] {
  const { id, name, impact } = fieldsOf(data);
  const text = lineOf(name);
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id) || !text) return [];
  const range = times && new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return [
    {
      id,
      text: times && range ? `${text} (${range.formatRange(times.begins, times.ends)})` : text,
      severity: SEVERITY.get(impact) ?? 'info',
      categories: [],
      ...(times && { from: times.begins - AHEAD }),
      link: { label: details, href: `${origin}/incidents/${id}` },
    },
  ];
}

/** From and until when maintenance is planned; undefined when the summary gives no such times. */
function maintenanceTimes(data: unknown): { begins: number; ends: number } | undefined {
  const { scheduled_for, scheduled_until } = fieldsOf(data);
  const [begins, ends] = [scheduled_for, scheduled_until].map((time) => Date.parse(String(time)));
  return begins! <= ends! ? { begins: begins!, ends: ends! } : undefined;
}

function isOver(data: unknown): boolean {
  return ['resolved', 'postmortem', 'completed'].includes(String(fieldsOf(data).status));
}
