import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { outputFolder } from '../src/integrations/output-folder.ts';
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
  const { site } = await readHelpCenter(contentRoot());
  const headers = headersFor(siteUrls(site?.base).file(path), await readHeaderRules(typedPath(out)));
  const policy = headers['Content-Security-Policy'];
  if (policy === undefined)
    throw new Error(`No policy in ${typedPath(out)}: _headers is missing. Run npm run build first.`);
  console.log(policy);
}
