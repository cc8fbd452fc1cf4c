import { z } from 'zod';
import { framingOrigins } from './widget.ts';

/** Where support agents have the agents' page besides its own address. */
export const agentsPageSchema = z.strictObject({
  origins: framingOrigins
    .default([])
    .describe(
      'Origins of the help desks that show the agents’ page beside a ticket, such as https://desk.example.com: of every page around it, the outermost too. No other page may frame it, and these frame no other page.',
    ),
});
