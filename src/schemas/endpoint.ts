import { z } from 'zod';

/** The address that messages of the contact form are sent to. */
export const endpointSchema = z.strictObject({
  template: z
    .enum(['webhook', 'zendesk', 'freshdesk', 'zammad'])
    .default('webhook')
    .describe('The shape of the message: our own JSON, or what the API of Zendesk, Freshdesk or Zammad takes.'),
  url: z
    .union([z.url({ protocol: /^https?$/ }), z.string().regex(/^\/(?!\/)/)], {
      error: 'an address such as https://api.example.com/messages, or a path of this site such as /api/messages',
    })
    .describe('The full address, or a path on the site’s own host; another host is added to the security policy.'),
  idempotent: z
    .boolean()
    .optional()
    .describe(
      'True when the receiver drops a second message with the same Idempotency-Key; then a lost answer is tried again. True for webhook unless you say otherwise.',
    ),
  group: z.string().min(1).default('Users').describe('Zammad only: the group that new tickets go to.'),
  timeoutSeconds: z.number().min(1).max(120).default(15).describe('How long to wait for an answer.'),
});

export type Endpoint = z.infer<typeof endpointSchema>;
