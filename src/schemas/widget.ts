import { z } from 'zod';

/** Origins of pages that may show a page of the site in a frame. */
export const framingOrigins = z.array(
  z.string().regex(/^https?:\/\/(\*\.)?[^/\s;,'"*]+$/, 'an origin such as https://www.example.com, without a path'),
);

/** Which pages elsewhere may show the help center in a frame. */
export const widgetSchema = z.strictObject({
  origins: framingOrigins
    .default([])
    .describe(
      'Origins of the pages that load widget.js, such as https://www.example.com or https://*.example.com. No other page may frame the help center.',
    ),
});
