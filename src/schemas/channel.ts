import { z } from 'zod';
import { localized } from './localized.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 09:00');

/** Opening hours of one or more week days, in the site's time zone. */
const openingHoursSchema = z.strictObject({
  days: z
    .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
    .min(1)
    .describe('The week days these hours hold for.'),
  open: time.describe('When the line opens, in the time zone of the site.'),
  close: time.describe('When the line closes, in the time zone of the site.'),
});

const common = {
  label: localized.describe('What the channel is called on the contact page.'),
  description: localized.optional().describe('One sentence that says when to choose this channel.'),
  responseTime: localized.optional().describe('How soon an answer comes, as customers are told.'),
  locales: z.array(z.string()).optional().describe('The locales that see this channel; all of them when left out.'),
};

/** A way to reach a person. */
export const channelSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('email').describe('A mail address that opens the visitor’s mail program.'),
    ...common,
    address: z.email().describe('The address that mail goes to.'),
  }),
  z.strictObject({
    type: z.literal('link').describe('A page elsewhere: a form, a chat, a messenger, a forum.'),
    ...common,
    url: z.url({ protocol: /^https?$/ }).describe('The address of that page.'),
    icon: z
      .string()
      .optional()
      .describe(
        'The name of an icon of Lucide (https://lucide.dev/icons), such as message-square-text, globe or users.',
      ),
    hours: z.array(openingHoursSchema).min(1).optional().describe('When somebody answers there, if not always.'),
  }),
  z.strictObject({
    type: z.literal('form').describe('The form on the contact page; contact.send says where its messages go.'),
    ...common,
  }),
  z.strictObject({
    type: z.literal('callback').describe('A request to be called back, made in the form on the contact page.'),
    ...common,
    hours: z.array(openingHoursSchema).min(1).optional().describe('When calls are made.'),
  }),
  z.strictObject({
    type: z.literal('phone').describe('A telephone line with opening hours.'),
    ...common,
    number: z
      .string()
      .regex(/^\+[1-9][\d ()-]{5,}$/, 'an international number such as +49 30 1234567')
      .describe('The number in international form.'),
    hours: z.array(openingHoursSchema).min(1).describe('When the line is open.'),
  }),
]);

export type Channel = z.infer<typeof channelSchema>;
export type OpeningHours = z.infer<typeof openingHoursSchema>;
