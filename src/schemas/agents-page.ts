import { z } from 'zod';
import { framingOrigins } from './widget.ts';

/** Where support agents have the agents' page besides its own address. */
export const agentsPageSchema = z.strictObject({
  origins: framingOrigins
    .default([])
    .describe(
      'Origins of the help desks that show the agents’ page beside a ticket, such as https://desk.example.com: of every page around it, the outermost too. No other page may frame it, and these frame no other page.',
    ),
  reports: z
    .strictObject({
      to: z
        .enum(['counting', 'issues'])
        .optional()
        .describe(
          'Where reports of agents go: counting, or a new issue in the repository that edit names. Left out, counting where it is set, else issues.',
        ),
      includeQuestion: z
        .boolean()
        .default(false)
        .describe(
          'Whether an issue begins with the customer’s question, with addresses and long numbers taken out; whoever can read the issues reads it. Without it the agent writes it in their own words. What is counted follows counting.includeQueries.',
        ),
    })
    .prefault({})
    .describe('What agents report: questions that nothing answers, and answers that are wrong or old.'),
});
