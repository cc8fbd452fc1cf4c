import { pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { rehypePlugins } from '../../../src/markdown/page-plugins.ts';
import { remarkPlugins } from '../../../src/markdown/plugins.ts';
import { darkPicture } from '../../../src/markdown/rehype-images.ts';

const article = '/content/articles/en/plans/article.md';

/** The pictures of a text as Astro gets them, and the files it is to make them from. */
async function pictures(markdown: string, files: string[]) {
  const present = new Set(files.map((file) => `/content/articles/en/plans/${file}`));
  const options = { fileExists: (path: string) => present.has(path) };
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: remarkPlugins(options),
    rehypePlugins: rehypePlugins(options),
  });
  const { code, metadata } = await processor.render(markdown, { fileURL: pathToFileURL(article), frontmatter: {} });
  const found = [...code.matchAll(/<img(?: class="([^"]*)")? __ASTRO_IMAGE_="([^"]*)"/g)].map(
    ([, shownIn, json = '']): Record<string, unknown> => ({
      ...(JSON.parse(json.replaceAll('&#x22;', '"')) as Record<string, unknown>),
      shownIn,
    }),
  );
  return { found, made: metadata.localImagePaths };
}

describe('A picture of an article', () => {
  it('comes in several widths, of which the browser takes what the column and the screen need', async () => {
    const { found } = await pictures('![Settings](images/settings.png)', ['images/settings.png']);
    expect(found).toEqual([
      expect.objectContaining({
        src: 'images/settings.png',
        widths: [480, 720, 1080, 1440, 2160],
        sizes: '(min-width: 46rem) 43rem, 100vw',
      }),
    ]);
  });

  it('keeps the width that its writer gave it', async () => {
    const { found } = await pictures('<img src="images/icon.png" width="24" alt="">', ['images/icon.png']);
    expect(found).toEqual([expect.objectContaining({ width: 24, sizes: '24px' })]);
  });

  it.each(['drawing.svg', 'moving.gif'])('is left as it is where no smaller one can be made: %s', async (file) => {
    const { found } = await pictures(`![A picture](${file})`, [file]);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toHaveProperty('widths');
  });

  it('with one for dark pages beside it becomes both, each for its colours', async () => {
    const { found, made } = await pictures('![Settings](images/settings.png "Open")\n\n![Other](images/other.png)', [
      'images/settings.png',
      'images/settings.dark.png',
      'images/other.png',
    ]);
    expect(found.map(({ src, shownIn, alt, title }) => [src, shownIn, alt, title])).toEqual([
      ['images/settings.png', 'picture-light', 'Settings', 'Open'],
      ['images/settings.dark.png', 'picture-dark', 'Settings', 'Open'],
      ['images/other.png', undefined, 'Other', undefined],
    ]);
    expect([...made].sort()).toEqual(['images/other.png', 'images/settings.dark.png', 'images/settings.png']);
  });
});

describe('The name of a picture for dark pages', () => {
  it.each([
    ['images/settings.png', 'images/settings.dark.png'],
    ['a.b.SVG', 'a.b.dark.SVG'],
    ['images/settings.dark.png', undefined],
    ['notes.txt', undefined],
    ['.png', undefined],
  ])('of %s is %s', (picture, dark) => expect(darkPicture(picture)).toBe(dark));
});
