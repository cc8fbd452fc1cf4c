import { z } from 'zod';
import { moment } from './day.ts';
import { linkAddress } from './link-address.ts';
import { localized } from './localized.ts';

/** How much a notice matters, least first. */
const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A line above each page, not an article. */
const short = (most: number) =>
  localized.refine((text) => {
    const texts = typeof text === 'string' ? [text] : Object.values(text);
    return texts.length > 0 && texts.every(({ length }) => length <= most);
  }, `a text of at most ${most} characters`);

const noticeLink = z
  .strictObject({
    label: short(80).describe('The text of the link.'),
    url: linkAddress.optional().describe('Where the link leads.'),
    article: z.string().optional().describe('In the place of url: the id of the article that the link leads to.'),
  })
  .refine(({ url, article }) => (url === undefined) !== (article === undefined), 'either url or article');

const noticeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens, such as payments-may')
    .max(64)
    .describe('A name that stays; who closed the notice sees it again when its text changes.'),
  text: short(500).describe('One or two sentences, without Markdown.'),
  severity: z.enum(SEVERITIES).default('info').describe('How much it matters: info, warning or critical.'),
  from: moment
    .optional()
    .describe('The day, or the day and time in the site’s time zone, from which it is shown; at once when left out.'),
  until: moment
    .optional()
    .describe('The last day on which it is shown, or the day and time at which it ends; never when left out.'),
  categories: z
    .array(z.string())
    .min(1)
    .max(100)
    .optional()
    .describe('Folder names of the categories that it is about; left out, it is about the whole site.'),
  link: noticeLink.optional().describe('One link after the text: label, and url or the id of an article.'),
});

const liveSchema = z
  .strictObject({
    url: z
      .string()
      .regex(/^\/(?![/\\])[^\s\\\p{Cc}]*$/u, 'a path of this site such as /status.json')
      .optional()
      .describe('A path of the site’s own host, such as /status.json: JSON with notices as they are written here.'),
    // An origin alone: what followed it would be another source, or another directive, of the policy.
    statuspage: z
      .string()
      .regex(
        /^https:\/\/[\p{L}\p{N}.-]+(?::\d{1,5})?\/?$/u,
        'an address such as https://status.example.com, without a path',
      )
      .refine((text) => URL.canParse(text), 'an address such as https://status.example.com, without a path')
      .optional()
      .describe('In the place of url: the address of a status page that answers as Atlassian’s Statuspage does.'),
  })
  .refine(({ url, statuspage }) => (url === undefined) !== (statuspage === undefined), 'either url or statuspage');

/** notices.yaml: what visitors are told above pages, and where pages ask for what happens between two builds. */
export const noticesSchema = z.strictObject({
  notices: z.array(noticeSchema).max(50).default([]).describe('What is told, most important first.'),
  live: liveSchema.optional().describe('Where pages ask for notices that came after the build; nowhere when left out.'),
});

export type Notice = z.infer<typeof noticeSchema>;
export type Notices = z.infer<typeof noticesSchema>;
