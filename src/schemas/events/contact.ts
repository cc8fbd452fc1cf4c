import { z } from 'zod';
import { articleId, contactChannel, envelope } from './common.ts';

/** The ways to reach a person were opened. */
export const contactStartedEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-started'),
});

/** A message was accepted by the form, or the visitor went on to a mail program, a telephone or another site. */
export const contactSentEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-sent'),
  channel: contactChannel,
});

/** The visitor left without reaching for a person. */
export const contactAbandonedEvent = z.strictObject({
  ...envelope,
  type: z.literal('contact-abandoned'),
  read: articleId.nullable().describe('The suggested article that was opened from there; null when none was.'),
  seconds: z.int().min(0).max(86_400).describe('How long that article was open; 0 without one.'),
});
