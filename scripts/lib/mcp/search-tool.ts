import { z } from 'zod';
import { nameOf } from '../../../src/agents/citation.ts';
import { messageLocale } from '../../../src/agents/message/message-locale.ts';
import { answersTo, type Suggestion } from '../suggest/find-answers.ts';
import { oldNote } from './article-text.ts';
import { localeFor } from './catalogue.ts';
import type { ServedContent } from './served-content.ts';

/** A question longer than that is a message. */
const LONGEST = 1500;
const MOST = 20;

export const searchInput = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST)
    .describe('One question in the customer’s own words, in any language; keywords and error codes work, too.'),
  locale: z
    .string()
    .max(35)
    .optional()
    .describe(
      'The customer’s language, as a tag such as en. A question that is clearly in another one is answered in its own; read gives each article in any language by the same id.',
    ),
  limit: z
    .int()
    .min(1)
    .max(MOST)
    .default(5)
    .describe('How many articles at most, beside up to three that another language alone has.'),
});

const answer = z.object({
  id: z.string().describe('Id of the article, for read.'),
  locale: z.string().describe('Language that the article is written in.'),
  title: z.string(),
  section: z.string().describe('Heading of the section that answers; empty for the beginning of the article.'),
  variants: z
    .array(z.string())
    .optional()
    .describe(
      'For whom the section is, such as Android; left out where it is for everybody. Say so, or ask which the customer has.',
    ),
  url: z.string().describe('Permanent link to the section. Cite it unchanged.'),
  passage: z.string().describe('The words of the section that answer.'),
  reviewed: z.string().optional().describe('Day on which the article was last looked at.'),
  old: z.boolean().describe('True when the article may be out of date.'),
});

export const searchOutput = z.object({
  locale: z.string().describe('Language that was searched first.'),
  verdict: z
    .enum(['confident', 'related', 'none'])
    .describe(
      'confident: the first answer answers the question. related: it may. none: this help center does not answer it; what is listed is merely closest and must not be given as an answer.',
    ),
  answers: z.array(answer).describe('Best first, one section for each article.'),
  contact: z.string().describe('Page where the customer reaches a person.'),
});

type SearchOutput = z.infer<typeof searchOutput>;

/**
 * Answers a question as the search of the site does.
 * @throws Error for a language that the site has not.
 */
export async function searchContent(
  { index, catalogue }: ServedContent,
  { query, locale, limit }: z.output<typeof searchInput>,
): Promise<SearchOutput> {
  const wanted = locale === undefined ? undefined : localeFor(catalogue, locale);
  // As on a page of the site, whose language holds unless the question is clearly in another one.
  const askedIn = await messageLocale(query, index.locales, wanted);
  const answerIn = askedIn ?? index.defaultLocale;
  const [found] = await answersTo(index, [query], { locale: answerIn, askedIn, page: wanted, limit, ownPages: true });
  const { verdict = 'none', answers = [] } = found ?? {};
  return {
    locale: found?.locale ?? answerIn,
    verdict,
    answers,
    contact: catalogue.contact[answerIn] ?? catalogue.root,
  };
}

/** The same for reading, which says first how far it can be trusted. */
export function searchText({ verdict, answers, contact }: SearchOutput): string {
  const none = `NO ANSWER: no article of this help center answers this question. Say so instead of answering from general knowledge; a person is reached at ${contact}`;
  if (answers.length === 0) return none;
  const list = answers.map((one, number) => answerText(one, number + 1)).join('\n\n');
  if (verdict === 'none') return `${none}\n\nClosest, and not to be given as an answer:\n\n${list}`;
  const sure =
    verdict === 'confident'
      ? 'The first article answers this.'
      : 'No article is certain to answer this; the first ones may. Read them before you answer.';
  return `${sure}\n\n${list}`;
}

function answerText(answer: Suggestion, number: number): string {
  const { id, locale, url, passage, reviewed, old } = answer;
  const date = reviewed === undefined ? 'no date of review' : `reviewed ${reviewed}`;
  return `${number}. ${nameOf(answer)} (id ${id}, ${locale})\n${url}\n${passage}\n${date}${oldNote(old)}`;
}
