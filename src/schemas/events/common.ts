import { z } from 'zod';

/** The version of the events' form. A change that a reader of older files would misread gets the next number. */
export const EVENT_VERSION = 1;

/** Ids are UUIDs, because PostHog and ClickHouse know these as a type. Lower case: one id has one spelling. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'a UUID in lower case');

/** Id of an article as front matter writes it. */
export const articleId = z.string().min(1).max(120);

/** The ways to reach a person: the site's form, or something outside the site. */
export const contactChannel = z.enum(['form', 'email', 'phone', 'link']);

/** What every event carries. */
export const envelope = {
  v: z.literal(EVENT_VERSION).describe('The version of this form.'),
  id: uuid.describe('The event’s own id; whoever receives it twice keeps it once.'),
  visit: uuid.describe('Random, of one tab until it is closed or idle for half an hour; never kept longer, never joined with another.'),
  at: z.iso.datetime().describe('When it happened by the visitor’s clock, UTC.'),
  locale: z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'a locale such as en or zh-cn').max(24).describe('The language of the page.'),
  surface: z.enum(['site', 'widget']).describe('On the help center’s own pages, or in the frame on a company’s page.'),
};
