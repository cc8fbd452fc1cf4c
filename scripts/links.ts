import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { openAsker } from './lib/links/ask-address.ts';
import { type CheckedLink, checkLinks, PATIENT } from './lib/links/check-links.ts';
import { collectLinks, type OutwardLink } from './lib/links/collect-links.ts';
import { linksMarkdown, linksText } from './lib/links/links-report.ts';
import { isPublic } from './lib/network/public-address.ts';

/** Milliseconds for one request: slow hosts answer within half a minute, or not at all. */
const TIMEOUT = 30_000;

interface Options {
  markdown: boolean;
  strict: boolean;
  allowPrivate: boolean;
}

const { markdown, strict, allowPrivate } = new Command('npm run links --')
  .description(
    'Asks for every address of another site that the content links to, patiently, and lists what is broken or has moved.',
  )
  .option('--markdown', 'as the body of an issue; nothing when nothing is to be done', false)
  .option('--strict', 'fail when a link is broken', false)
  .option('--allow-private', 'also ask hosts of this machine and its network', false)
  .parse()
  .opts<Options>();

await run().catch(fail);

async function run(): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  const place = (file: string): string => relative(typedPath('.'), resolve(center.root, file)).replaceAll('\\', '/');
  const { links, ignored } = collectLinks(center);
  const checked = (await check(links, center.site?.url)).map((link) => ({
    ...link,
    places: link.places.map(({ file, line }) => ({ file: place(file), line })),
  }));
  process.stdout.write(markdown ? linksMarkdown(checked) : linksText(checked, ignored));
  if (strict && checked.some(({ kind }) => kind === 'broken')) process.exitCode = 1;
}

async function check(links: OutwardLink[], site: string | undefined): Promise<CheckedLink[]> {
  const asker = await openAsker(`Signpost link check${site === undefined ? '' : ` of ${new URL(site).href}`}`, TIMEOUT);
  const progress = terminalProgress(process.stderr);
  progress.start('Asking other sites', links.length);
  try {
    return await checkLinks(links, {
      ask: asker.ask,
      clock: {
        now: Date.now,
        pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      },
      mayConnect: allowPrivate ? () => true : isPublic,
      patience: PATIENT,
      onChecked: () => progress.advance(1),
    });
  } finally {
    progress.stop();
    await asker.close();
  }
}
