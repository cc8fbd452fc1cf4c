import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTooLong } from '../check/alias-places.ts';
import type { HelpCenter } from '../content/types.ts';
import { lookupFiles } from '../permalinks/lookup.ts';
import { LOOKUP_FOLDER } from '../site/urls.ts';
import { permalinkLanguageLines } from './permalink-redirects.ts';
import { redirectPage } from './redirect-pages.ts';
import type { RedirectPlan } from './redirect-plan.ts';
import { asWritten, lineOf } from './redirect-rules.ts';
import { writeFiles } from './write-files.ts';

/**
 * Writes what answers at old addresses and at permalinks without a page: `_redirects`, pages that lead on without JavaScript,
 * and the files in which the page at `/a/` looks links up. A file of the site is never replaced.
 */
export async function writeRedirects(folder: string, center: HelpCenter, plan: RedirectPlan): Promise<void> {
  const written = new Map<string, string>();
  for (const redirect of plan.oldAddresses) {
    const { file } = redirect;
    if (!isTooLong(file) && !existsSync(join(folder, file))) written.set(file, redirectPage(redirect, center));
  }
  if (plan.lookup.size > 0)
    for (const [name, text] of lookupFiles(plan.lookup).files) written.set(`${LOOKUP_FOLDER}${name}`, text);
  await writeFiles(folder, written);
  const lines = plan.rules?.map(lineOf) ?? linesForAnyHost(center, plan);
  if (lines.length > 0) await writeFile(join(folder, '_redirects'), lines.map((line) => `${line}\n`).join(''));
}

/**
 * Rules beside the pages of a site that doesn't say where it is published: Netlify, Cloudflare Pages and GitLab Pages read
 * them and answer old addresses with status 301.
 */
function linesForAnyHost(center: HelpCenter, { oldAddresses }: RedirectPlan): string[] {
  return [
    ...oldAddresses.map(({ from, to }) => `${asWritten(from)} ${asWritten(to)} 301`),
    ...permalinkLanguageLines(center),
  ];
}
