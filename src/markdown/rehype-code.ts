import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { isElement } from './rehype-details-body.ts';

/**
 * Wraps a code block in `<figure class="code" data-copy="Copy" data-copied="Copied">`: the page's
 * script adds the button with these words. The block can be scrolled with the keyboard.
 */
export function rehypeCode(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'pre' || !parent || index === undefined) return undefined;
      const code = node.children.find((child): child is Element => isElement(child, 'code'));
      const language = languageOf(code);
      node.properties = { ...node.properties, tabIndex: 0, role: 'group', ariaLabel: t('code.label') };
      parent.children[index] = {
        type: 'element',
        tagName: 'figure',
        properties: {
          className: ['code'],
          dataCopy: t('code.copy'),
          dataCopied: t('code.copied'),
          ...(language && { dataLanguage: language }),
        },
        children: [node],
      };
      return SKIP;
    });
  };
}

function languageOf(code: Element | undefined): string | undefined {
  const classes = code?.properties.className;
  if (!Array.isArray(classes)) return undefined;
  return classes
    .map(String)
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length);
}
