import { elementsToMarkdown } from '../dialect/element-markdown.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import { keepHeadingAnchors } from '../dialect/heading-anchors.ts';
import { interpolated } from '../dialect/interpolation.ts';
import { landingMarkdown } from '../dialect/landing.ts';
import { formulasToCode } from '../dialect/math.ts';
import { pageTitle } from '../markdown/page-title.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { Page } from '../markdown/system.ts';
import { plainCodeBlocks } from './code-blocks.ts';
import type { VitepressConfig } from './config.ts';
import { plainContainers, plainLines } from './containers.ts';
import { expandIncludes } from './includes.ts';
import { vueRule } from './vue-components.ts';
import { valuesOf } from './vue-values.ts';

/** The body of a page of VitePress or VuePress in plain Markdown, with the blocks that all systems share. */
export async function expandPage(
  page: Pick<Page, 'file' | 'body' | 'front' | 'fields' | 'notes' | 'parts'>,
  tree: SourceTree,
  config: VitepressConfig,
): Promise<string> {
  const { notes } = page;
  const layout = typeof page.front.layout === 'string' ? page.front.layout : 'doc';
  if (!/^(?:doc|home|page|post|layout|default|false)$/i.test(layout))
    notes.push({
      level: 'lost',
      kind: 'layout-unknown',
      detail: `its layout ${layout.slice(0, 60)} is a program of the site; what that shows beside the text is missing`,
    });
  const landing = landingMarkdown(page.front);
  const included = keepHeadingAnchors(
    await expandIncludes(page.body, page.file, { tree, source: config.source, notes, parts: page.parts }),
  );
  const heading = page.fields.title ?? pageTitle(included);
  const title = heading?.includes('{{') ? undefined : heading;
  const values = await valuesOf(
    { file: page.file, body: included },
    { front: page.front, title, site: config.site },
    tree,
  );
  const inCode = (text: string): string =>
    interpolated(
      text,
      values,
      (expression) =>
        notes.push({
          level: 'changed',
          kind: 'expression-left',
          detail: `{{ ${expression} }} was worked out by the running site; it stands in the text as written`,
        }),
      (value) => value,
    );
  const plain = plainLines(plainContainers(plainCodeBlocks(included, notes, inCode), config.detailsLabel));
  const markdown = elementsToMarkdown([landing, plain].filter(Boolean).join('\n\n'), {
    values,
    notes,
    rule: vueRule,
    hasBraces: true,
  });
  return emojiNamesToSigns(formulasToCode(markdown, notes)).trim();
}
