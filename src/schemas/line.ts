import { z } from 'zod';

/**
 * A text that is shown in one line, such as a title: white space of any kind becomes one space. What shows nothing and
 * means something to files and terminals (NUL, bells, halves of letters) is refused.
 */
export const line = z
  .string()
  // A byte order mark in a word is no space, and the check names it.
  .overwrite((text) => text.replace(/[^\S\ufeff]+/g, ' '))
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'text without control characters');
