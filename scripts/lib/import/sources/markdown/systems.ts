import { docusaurus, docusaurusPages } from '../docusaurus/docusaurus.ts';
import { gitbook } from '../gitbook/gitbook.ts';
import { hugo } from '../hugo/hugo.ts';
import { jekyll } from '../jekyll/jekyll.ts';
import { mintlify } from '../mintlify/mintlify.ts';
import { mkdocs, mkdocsPages } from '../mkdocs/mkdocs.ts';
import { nextra } from '../nextra/nextra.ts';
import { obsidian } from '../obsidian/obsidian.ts';
import { starlight } from '../starlight/starlight.ts';
import { vitepress } from '../vitepress/vitepress.ts';
import { plain } from './plain.ts';
import type { SourceTree } from './source-tree.ts';
import type { MarkdownSite, MarkdownSystem } from './system.ts';

/** All of them, those with the plainest marks first; the last one takes what no other knows. */
const systems: MarkdownSystem[] = [
  docusaurus,
  vitepress,
  starlight,
  mintlify,
  nextra,
  mkdocs,
  hugo,
  gitbook,
  jekyll,
  docusaurusPages,
  mkdocsPages,
  obsidian,
  plain,
];

/** The system that made a folder, and what the folder says about its site. */
export async function recogniseSystem(tree: SourceTree): Promise<{ kind: MarkdownSystem['kind']; site: MarkdownSite }> {
  for (const system of systems) {
    const site = await system.recognise(tree);
    if (site) return { kind: system.kind, site };
  }
  return { kind: 'markdown', site: { folders: [{ path: '' }], addresses: () => [] } };
}
