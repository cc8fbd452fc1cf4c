import { z } from 'zod';

/**
 * Where events are sent. Left out of site.yaml, nothing is ever sent; the pages then only announce what
 * happens as DOM events, which the site's own scripts may listen to.
 */
export const countingSchema = z
  .strictObject({
    endpoint: z
      .url({ protocol: /^https?$/ })
      .describe(
        'The address that events are posted to, such as https://count.example.com/events, https://eu.i.posthog.com or https://clickhouse.example.com:8443.',
      ),
    kind: z
      .enum(['collector', 'posthog', 'clickhouse'])
      .default('collector')
      .describe(
        'What answers there: collector (npm run collect), posthog (its capture API), clickhouse (its HTTP interface).',
      ),
    key: z
      .string()
      .min(1)
      .optional()
      .describe('PostHog’s project API key, which may only write; visitors’ browsers see it.'),
    table: z
      .string()
      .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/, 'a table such as signpost.events')
      .default('signpost_events')
      .describe('ClickHouse’s table, with its database when that is not the default one.'),
    user: z
      .string()
      .min(1)
      .optional()
      .describe('A ClickHouse user who may only insert into that table; visitors’ browsers see it.'),
    password: z.string().optional().describe('That user’s password; visitors’ browsers see it.'),
    includeQueries: z
      .boolean()
      .default(false)
      .describe(
        'Whether the words of a search, those of a reader whom an article did not help, and a question of a customer that an agent reports as unanswered are sent too, with addresses and long numbers taken out. Without them, unanswered questions can be counted but not read.',
      ),
  })
  .superRefine((counting, context) => {
    if (counting.kind === 'posthog' && counting.key === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['key'],
        message: 'PostHog’s project API key (phc_…), because kind is posthog',
        input: counting.key,
      });
    }
  });

export type CountingSettings = z.infer<typeof countingSchema>;
