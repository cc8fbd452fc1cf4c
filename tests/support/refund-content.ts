import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a help center of one article, `billing/refund`, by its title in each locale; the first locale is the default. */
export async function writeRefundContent(root: string, titles: Record<string, string>): Promise<void> {
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const locales = Object.keys(titles);
  await save(
    'site.yaml',
    `name: Made
description: Help with everything.
url: https://help.example.com
defaultLocale: ${locales[0]}
locales:
${locales.map((code) => `  - { code: ${code}, label: ${code} }`).join('\n')}
contact:
  channels:
    - { type: email, label: Write to us, address: us@example.com }
`,
  );
  for (const [locale, title] of Object.entries(titles)) {
    const folder = `articles/${locale}/billing`;
    await save(`${folder}/_category.yaml`, `title: ${title}\ndescription: ${title}.\n`);
    await save(`${folder}/refund.md`, `---\ntitle: ${title}\nid: refund\ndescription: ${title}.\n---\n\n${title}.\n`);
  }
}
