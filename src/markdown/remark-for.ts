import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { localeOf, type MarkdownOptions } from './options.ts';
import { isLabel } from './remark-directives.ts';
import { nameAudience, readAudience, writeAudience } from './variants.ts';

/**
 * `:::for{device=ios}` becomes a native `<details open data-for="device=ios"><summary>iPhone and iPad</summary>…`: all of
 * it is there for those without scripts, and the page's own folds what is for others.
 */
export function remarkFor(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name === 'for') showAudience(node, file, options);
    });
  };
}

/** Makes a block one that has its writer's label, or says in the page's language whom it is for; one with neither stays as it is. */
export function showAudience(
  node: ContainerDirective,
  file: VFile,
  { variants }: MarkdownOptions,
  properties: Record<string, string[]> = {},
): void {
  const audience = readAudience(node.attributes ?? {});
  const value = nameAudience(audience, localeOf(file), variants);
  const label = node.children.find(isLabel);
  if (!label && !value) return;
  const name = label ?? { type: 'paragraph', children: [{ type: 'text', value }] };
  const id = node.attributes?.id;
  node.data = {
    ...node.data,
    hName: 'details',
    hProperties: {
      open: true,
      ...properties,
      ...(audience.size > 0 && { dataFor: writeAudience(audience) }),
      ...(id && { id }),
    },
  };
  name.data = { ...name.data, hName: 'summary' };
  node.children = [name, ...node.children.filter((child) => !isLabel(child))];
}
