import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { outputFolder } from '../src/integrations/output-folder.ts';
import { PLAYERS } from '../src/site/players.ts';
import { siteUrls } from '../src/site/urls.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { headersFor, readHeaderRules } from './lib/site/host-headers.ts';

const { out, for: path } = new Command('npm run policy --')
  .description(
    'Prints the Content-Security-Policy that the built site runs under, for hosts whose headers are set by hand.',
  )
  .option('--out <folder>', 'folder of the built site', outputFolder())
  .option('--for <path>', 'a path of the site; files for download have a policy of their own', '')
  .parse()
  .opts<{ out: string; for: string }>();

await print().catch(fail);

async function print(): Promise<void> {
  const site = await readSite(contentRoot());
  const rules = await readHeaderRules(typedPath(out));
  const headers = headersFor(siteUrls(site?.base).file(path), rules);
  const policy = headers['Content-Security-Policy'];
  if (policy === undefined)
    throw new Error(`No policy in ${typedPath(out)}: _headers is missing. Run npm run build first.`);
  console.log(policy);
  const others =
    path === '' ? rules.filter(({ pattern, headers }) => !pattern.includes('*') && framesPlayer(headers)) : [];
  if (others.length > 0)
    console.error(
      `Pages with films of other sites have a policy of their own, which --for <path> prints: ${others.map(({ pattern }) => pattern).join(' ')}`,
    );
}

function framesPlayer(headers: Record<string, string>): boolean {
  return Object.values(PLAYERS).some(({ origin }) => headers['Content-Security-Policy']?.includes(origin));
}
