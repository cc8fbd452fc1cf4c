import type { SourceTree } from '../markdown/source-tree.ts';
import type { MarkdownSite, MarkdownSystem } from '../markdown/system.ts';
import { configWithout, type DocusaurusConfig, readConfig } from './config.ts';
import { readMenus } from './menu.ts';
import { docusaurusSite } from './site.ts';
import { instanceOf } from './versions.ts';

/** Docusaurus, told by its configuration. */
export const docusaurus: MarkdownSystem = {
  kind: 'docusaurus',
  async recognise(tree) {
    const config = await readConfig(tree);
    return config && siteOf(tree, config);
  },
};

/** Docusaurus without its configuration, as when the folder of pages was brought alone: told by what only its pages import. */
export const docusaurusPages: MarkdownSystem = {
  kind: 'docusaurus',
  async recognise(tree) {
    for (const file of tree.files.filter((one) => /\.mdx?$/i.test(one)))
      if (/^import\s[^\n]{1,200}from\s+['"]@(?:theme|site|docusaurus)\//m.test((await tree.text(file)) ?? ''))
        return siteOf(tree, configWithout(tree));
    return undefined;
  },
};

async function siteOf(tree: SourceTree, config: DocusaurusConfig): Promise<MarkdownSite> {
  const instances = await Promise.all(config.docs.map((docs) => instanceOf(tree, config, docs)));
  return docusaurusSite(tree, { config, instances, menus: await readMenus(tree, config, instances) });
}
