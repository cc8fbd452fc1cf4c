import { z } from 'zod';

/** The version of the events' form. A change that a reader of older files would misread gets the next number. */
export const EVENT_VERSION = 1;

/** Ids are UUIDs, because PostHog and ClickHouse know these as a type. Lower case: one id has one spelling. */
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'a UUID in lower case');

/** Id of an article as front matter writes it. */
const articleId = z.string().min(1).max(120);

/** The ways to reach a person: the site's form, or something outside the site. */
const contactChannel = z.enum(['form', 'email', 'phone', 'link']);

/** What every event carries. */
const envelope = {
  v: z.literal(EVENT_VERSION).describe('The version of this form.'),
  id: uuid.describe('The event’s own id; whoever receives it twice keeps it once.'),
  visit: uuid.describe(
    'Random, of one tab until it is closed or idle for half an hour; never kept longer, never joined with another.',
  ),
  at: z.iso.datetime().describe('When it happened by the visitor’s clock, UTC.'),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'a locale such as en or zh-cn')
    .max(24)
    .describe('The language of the page.'),
  surface: z.enum(['site', 'widget']).describe('On the help center’s own pages, or in the frame on a company’s page.'),
};

/** What a visitor wrote, in a search or below an article. */
const words = z
  .string()
  .min(1)
  .max(300)
  .optional()
  .describe('The words, without addresses and long numbers; only when the site’s owner chose so.');

/** A question that came to rest: a result was opened, another question was asked, or the page was left. */
const searchEvent = z.strictObject({
  ...envelope,
  type: z.literal('search'),
  query: words,
  length: z.int().min(1).max(10_000).describe('How many characters the question had.'),
  verdict: z
    .enum(['confident', 'related', 'none'])
    .describe('How sure the ranking was that its first article answers.'),
  tier: z.enum(['lexical', 'instant', 'deep']).describe('Which tier ranked what was shown last.'),
  results: z.int().min(0).max(1000).describe('How many articles were shown.'),
  rank: z
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('The place of the result that was opened, from 1; null when none was.'),
  article: articleId.nullable().describe('The article that was opened from the results; null when none was.'),
});

/** An article was shown. */
const openEvent = z.strictObject({
  ...envelope,
  type: z.literal('open'),
  article: articleId,
  from: z
    .enum(['search', 'suggestion', 'link', 'outside'])
    .describe(
      'From search results, from a suggestion while writing to a person, from another page of the site, or from elsewhere.',
    ),
});

/** The customer said that the question is answered. */
const answeredEvent = z.strictObject({
  ...envelope,
  type: z.literal('answered'),
  article: articleId.nullable().describe('The article that answered; null when none can be named.'),
  via: z.enum(['helpful', 'form']).describe('Below the article, or while writing to a person.'),
});

/** The customer said that an article did not help. A reason or words given afterwards come as a further event of the same visit. */
const notHelpfulEvent = z.strictObject({
  ...envelope,
  type: z.literal('not-helpful'),
  article: articleId,
  reason: z
    .enum(['unclear', 'incomplete', 'wrong', 'different'])
    .nullable()
    .describe('What the customer chose; null before or without a choice.'),
  query: words,
});

/** The ways to reach a person were opened. */
const contactStartedEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-started'),
});

/** A message was accepted by the form, or the visitor went on to a mail program, a telephone or another site. */
const contactSentEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-sent'),
  channel: contactChannel,
});

/** The visitor left without reaching for a person. */
const contactAbandonedEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-abandoned'),
  read: articleId.nullable().describe('The suggested article that was opened from there; null when none was.'),
  seconds: z.int().min(0).max(86_400).describe('How long that article was open; 0 without one.'),
});

/** The language of what a support agent reports on; that of the page may be another one. */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'a locale such as en or zh-cn')
  .max(24)
  .describe('The language of the question or of the answer.');

/** A support agent said that no article answers a question of a customer. */
const gapEvent = z.strictObject({
  ...envelope,
  type: z.literal('gap'),
  language,
  query: words,
});

/** A support agent said that an answer is wrong or old. */
const outdatedEvent = z.strictObject({
  ...envelope,
  type: z.literal('outdated'),
  language,
  article: articleId,
  section: z.string().max(300).describe('The anchor of the section; empty for the article’s beginning.'),
});

/** One thing that happened, as it is sent, kept and read. Flat, so that each field is a column elsewhere. */
export const eventSchema = z.discriminatedUnion('type', [
  searchEvent,
  openEvent,
  answeredEvent,
  notHelpfulEvent,
  contactStartedEvent,
  contactSentEvent,
  contactAbandonedEvent,
  gapEvent,
  outdatedEvent,
]);

export type Event = z.infer<typeof eventSchema>;
export type EventType = Event['type'];

type WithoutEnvelope<E> = E extends Event ? Omit<E, keyof typeof envelope> : never;

/** What the pages announce as DOM events `signpost:<type>`: an event before it gets its envelope. */
export type TrackedEvent = WithoutEnvelope<Event>;
