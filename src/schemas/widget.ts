import { z } from 'zod';

/** Which pages elsewhere may show the help center in a frame. */
export const widgetSchema = z.strictObject({
  origins: z
    .array(
      z.string().regex(/^https?:\/\/(\*\.)?[^/\s;,'"*]+$/, 'an origin such as https://www.example.com, without a path'),
    )
    .default([])
    .describe(
      'Origins of the pages that load widget.js, such as https://www.example.com or https://*.example.com. No other page may frame the help center.',
    ),
});
