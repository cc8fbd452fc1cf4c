import { z } from 'zod';
import { line } from './line.ts';

/** `{path}` once, and the rest as a browser sends it: nothing that ends an attribute, a line or the address. */
const pattern = z
  .string()
  .regex(
    /^https?:\/\/[^\s/?#{}"'<>\\`\p{Cc}]+\/[^\s{}"'<>\\`\p{Cc}]*\{path\}[^\s{}"'<>\\`\p{Cc}]*$/u,
    'an address that begins with https:// and has {path} once after the host, such as https://git.example.com/help/edit/main/{path}',
  );

/** A name or a path as Git hosts have them in their addresses. */
const path = line.regex(
  /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\p{L}\p{N}._~+@-]+(?:\/[\p{L}\p{N}._~+@-]+)*$/u,
  'names with slashes between them, without "." or ".." alone',
);
const repository = path.regex(/^[^/]+\/[^/]+$/, 'owner/repository');

const PLACES = ['pattern', 'github', 'gitlab', 'codeberg'] as const;

/** Where a text can be changed by whoever reads it; left out of site.yaml, no page has such a link. */
export const editSchema = z
  .strictObject({
    pattern: pattern
      .optional()
      .describe('The address at which any host edits a file; {path} stands for its path below the content folder.'),
    github: repository.optional().describe('The repository on github.com, such as larkride/help.'),
    gitlab: path
      .regex(/\//, 'group/project')
      .optional()
      .describe('The project on gitlab.com with its groups, such as larkride/help.'),
    codeberg: repository.optional().describe('The repository on codeberg.org, such as larkride/help.'),
    branch: path.default('main').describe('The branch that texts are edited on; a pattern names its own.'),
    folder: path
      .or(z.literal(''))
      .default('')
      .describe('The folder of site.yaml within the repository, such as content; a pattern names its own.'),
  })
  .superRefine((edit, context) => {
    const named = PLACES.filter((place) => edit[place] !== undefined);
    if (named.length === 1) return;
    context.addIssue({
      code: 'custom',
      path: named.length > 1 ? [named[1]!] : [],
      message: `one of ${PLACES.join(', ')}`,
      input: named.length > 1 ? edit[named[1]!] : edit,
    });
  });

export type EditSettings = z.infer<typeof editSchema>;
