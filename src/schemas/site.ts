import { z } from 'zod';
import { agentsPageSchema } from './agents-page.ts';
import { channelSchema } from './channel.ts';
import { countingSchema } from './counting.ts';
import { editSchema } from './edit.ts';
import { endpointSchema } from './endpoint.ts';
import { headSchema } from './head.ts';
import { hostSchema } from './host.ts';
import { localeSchema } from './locale.ts';
import { localized } from './localized.ts';
import { lookFields } from './look.ts';
import { homePageSchema, navigationSchema } from './navigation.ts';
import { searchSettingsSchema } from './search-settings.ts';
import { variantsSchema } from './variants.ts';
import { widgetSchema } from './widget.ts';

const timeZone = z.string().refine((zone) => isTimeZone(zone), 'an IANA time zone such as Europe/Berlin');

/** content/site.yaml: everything an owner sets about the site as a whole. */
export const siteSchema = z
  .strictObject({
    form: z
      .int()
      .min(1)
      .optional()
      .describe(
        'The form that the content is written in; npm run check -- --fix brings an older one up. Left out, it is 1.',
      ),
    name: localized.describe('The name of the company or product, shown in the header and in page titles.'),
    tagline: localized.optional().describe('The line above the large search box of the home page.'),
    description: localized.describe('One or two sentences for search engines and link previews.'),
    url: z
      .url({ protocol: /^https?$/ })
      .describe('The public address of the site without its base path, such as https://help.example.com.'),
    base: z
      .string()
      .regex(
        /^\/(?:(?!\.{1,2}\/)[^\s/?#\\]+\/)*$/,
        'a path that begins and ends with a slash, without spaces, "." or ".." between slashes',
      )
      .default('/')
      .describe('The path the site lives under: / or, say, /help/.'),
    home: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('The company’s own site, linked from the logo’s neighbour in the header.'),
    ...lookFields,
    timeZone: timeZone
      .default('UTC')
      .describe('The time zone that opening hours and times of publishing are written in.'),
    defaultLocale: z.string().describe('The locale that untranslated articles fall back to.'),
    locales: z.array(localeSchema).min(1).describe('The languages of the site, in the order of the language switch.'),
    popular: z.array(z.string()).default([]).describe('Ids of the articles that the home page shows as popular.'),
    contact: z
      .strictObject({
        channels: z.array(channelSchema).min(1).describe('Every way to reach a person, in the order shown.'),
        send: endpointSchema
          .optional()
          .describe('Where messages of the form go; left out, the form opens the visitor’s mail program.'),
      })
      .superRefine(({ channels, send }, context) => {
        const needs = channels.findIndex(({ type }) => type === 'form' || type === 'callback');
        if (needs === -1 || send || channels.some(({ type }) => type === 'email')) return;
        context.addIssue({
          code: 'custom',
          path: ['channels', needs, 'type'],
          message: 'contact.send or an email channel, so that messages have somewhere to go',
          input: channels[needs]?.type,
        });
      })
      .describe('How customers reach a person.'),
    search: searchSettingsSchema.prefault({}).describe('How the search behaves.'),
    counting: countingSchema.optional().describe('Where to send what is counted; left out, nothing is sent anywhere.'),
    widget: widgetSchema.prefault({}).describe('The help center as a button on other pages.'),
    agents: agentsPageSchema.prefault({}).describe('The agents’ page in help desks.'),
    mcp: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        'Where assistants reach the help center by the Model Context Protocol (npm run mcp -- --http), such as https://help.example.com/mcp; llms.txt names it.',
      ),
    host: hostSchema
      .optional()
      .describe(
        'Where the site is published; a build that this host would refuse fails, and links are rules of the host where it reads them, in place of a page each. Left out, nothing is compared, and each link has a page.',
      ),
    markdownFiles: z
      .boolean()
      .default(true)
      .describe(
        'False leaves out the Markdown file beside the page of each article, which assistants read; llms.txt then names the pages. A site has almost half as many files.',
      ),
    edit: editSchema.optional().describe('Where the file behind a page is edited; left out, no page links there.'),
    head: headSchema.describe('What the head of every page ends with: verification, links, scripts for counting.'),
    header: navigationSchema.default([]).describe('Links in the header of each page; those with links are menus.'),
    footer: navigationSchema
      .default([])
      .describe('Links at the foot of each page, such as imprint and privacy policy; those with links are columns.'),
    variants: variantsSchema
      .default({})
      .describe(
        'For whom a text can be, such as device: { label: Your device, values: … }; :::for{device=ios} says it of a text.',
      ),
    homePage: homePageSchema.prefault({}).describe('What the home page shows.'),
  })
  .superRefine((site, context) => {
    const codes = site.locales.map((locale) => locale.code);
    if (!codes.includes(site.defaultLocale)) {
      context.addIssue({
        code: 'custom',
        path: ['defaultLocale'],
        message: `one of the locales: ${codes.join(', ')}`,
        input: site.defaultLocale,
      });
    }
    codes.forEach((code, index) => {
      if (codes.indexOf(code) !== index) {
        context.addIssue({
          code: 'custom',
          path: ['locales', index, 'code'],
          message: 'each locale once',
          input: code,
        });
      }
    });
  });

export type Site = z.infer<typeof siteSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
