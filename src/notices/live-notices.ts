import { endOf, instantOf } from '../schemas/instant.ts';
import type { Severity } from '../schemas/notices.ts';
import { fieldsOf, lineOf, listOf } from '../site/untrusted.ts';

/** A notice that a page asked for after it was drawn. All of it is text. */
export interface LiveNotice {
  id: string;
  severity: Severity;
  text: string;
  /** Milliseconds since 1970. */
  from?: number;
  until?: number;
  /** Folder names; none for the whole site. */
  categories: string[];
  link?: { label: string; href: string };
}

/** What a page knows that asks. */
export interface LiveContext {
  /** Of the page. */
  locale: string;
  defaultLocale: string;
  timeZone: string;
  /** Of the page: links lead to no other. */
  origin: string;
  /** The permalink of the article `{id}`. */
  permalink: string;
}

/** Nobody reads more, and whoever answers with a million means harm. */
export const MOST_NOTICES = 5;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOMENT = /^\d{4}-\d\d-\d\d(?:[ T](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * The notices of a JSON file with the fields of notices.yaml. What does not fit is left out: a notice without an id or a
 * text, or with a day that is none; a link to another site.
 */
export function readLiveNotices(data: unknown, context: LiveContext): LiveNotice[] {
  return listOf(fieldsOf(data).notices)
    .flatMap((one) => readNotice(one, context))
    .slice(0, MOST_NOTICES);
}

function readNotice(data: unknown, context: LiveContext): LiveNotice[] {
  const { id, text, severity, from, until, categories, link } = fieldsOf(data);
  const said = textIn(text, context);
  if (!isId(id) || !said) return [];
  if ([from, until].some((written) => written !== undefined && !isMoment(written))) return [];
  const leads = linkOf(link, context);
  return [
    {
      id,
      text: said,
      severity: severity === 'critical' || severity === 'warning' ? severity : 'info',
      categories: listOf(categories).filter((name) => typeof name === 'string'),
      ...(isMoment(from) && { from: instantOf(from, context.timeZone) }),
      ...(isMoment(until) && { until: endOf(until, context.timeZone) }),
      ...(leads && { link: leads }),
    },
  ];
}

function linkOf(data: unknown, context: LiveContext): LiveNotice['link'] {
  const { label, url, article } = fieldsOf(data);
  const href = isId(article) ? context.permalink.replace('{id}', article) : sameOrigin(url, context.origin);
  const text = textIn(label, context);
  return href && text ? { label: text, href } : undefined;
}

/** The address, when it leads to a page of the origin. */
function sameOrigin(url: unknown, origin: string): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url, origin)) return undefined;
  const address = new URL(url, origin);
  // The origin of a blob is that of the page that made it.
  return address.origin === origin && address.protocol !== 'blob:' ? address.href : undefined;
}

function textIn(value: unknown, { locale, defaultLocale }: LiveContext): string {
  if (typeof value === 'string') return lineOf(value);
  const texts = fieldsOf(value);
  const [any] = Object.values(texts);
  return lineOf(texts[locale]) || lineOf(texts[defaultLocale]) || lineOf(any);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && ID.test(value);
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)));
}
