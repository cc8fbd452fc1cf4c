import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { createLinkResolver } from '../../../src/content/links.ts';
import { rehypePlugins } from '../../../src/markdown/page-plugins.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { remarkPlugins } from '../../../src/markdown/plugins.ts';
import { variantsSchema } from '../../../src/schemas/variants.ts';
import { smallCenter } from './small-center.ts';

/**
 * A folder dropped into tests/fixtures/markdown is a test: input.md, the HTML that Astro makes of it
 * and the sections the search gets. `name@ko` renders as a Korean article. `npm run fixtures -- markdown/fixtures` writes the
 * expected files anew; read the difference before committing it.
 */
const folder = fileURLToPath(new URL('../../fixtures/markdown/', import.meta.url));

const variants = {
  defaultLocale: 'en',
  choices: variantsSchema.parse({
    device: {
      label: { en: 'Your device', ko: '기기' },
      guess: 'system',
      values: {
        ios: { label: 'iPhone' },
        ipados: { label: 'iPad' },
        android: { label: { en: 'Android', ko: '안드로이드' } },
      },
    },
    plan: { label: 'Your plan', values: { basic: { label: 'Basic' }, pro: { label: 'Pro' } } },
  }),
};
const options = { resolveLink: createLinkResolver(smallCenter()), siteUrl: 'https://help.example.com', variants };
const processor = await createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: remarkPlugins(options),
  rehypePlugins: rehypePlugins(options),
});

describe.each(readdirSync(folder))('the Markdown fixture %s', (name) => {
  const input = readFileSync(join(folder, name, 'input.md'), 'utf8');
  const path = `articles/${name.split('@')[1] ?? 'en'}/plans/article.md`;

  it('renders as expected', async () => {
    const { code } = await processor.render(input, { fileURL: pathToFileURL(`/content/${path}`), frontmatter: {} });
    await expect(`${code}\n`).toMatchFileSnapshot(join(folder, name, 'output.html'));
  });

  it('gives the expected headings, sections and findings', async () => {
    const parsed = `${JSON.stringify(parseMarkdown(input, path, variants), null, 1)}\n`;
    await expect(parsed).toMatchFileSnapshot(join(folder, name, 'sections.json'));
  });
});
