import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pseudoText } from '../../src/i18n/pseudo-locales.ts';

const TEXTS = {
  billing: ['Billing', 'Charges and invoices.'],
  refund: ['How do I get a refund', 'Ask within a month'],
  invoice: ['Where is my invoice', 'It is in your account'],
} as const;

/**
 * Writes a small help center in English and in both made-up languages: everything a writer writes is made up
 * too, so that plain English on a page can only come from the interface. A further language has no articles.
 */
export async function writePseudoContent(root: string): Promise<void> {
  const locales = ['en', 'en-xa', 'en-xb'];
  const say = (text: string, locale: string): string => pseudoText(text, locale) ?? text;
  const everywhere = (text: string): string =>
    `{ ${locales.map((locale) => `${locale}: ${JSON.stringify(say(text, locale))}`).join(', ')} }`;
  const save = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const labels = { en: '123', 'en-xa': '456', 'en-xb': '789', ko: '101' };
  await save(
    'site.yaml',
    `name: ${everywhere('Made')}
tagline: ${everywhere('Ask us')}
description: ${everywhere('Help with everything.')}
url: https://help.example.com
defaultLocale: en
locales:
${[...locales, 'ko'].map((code) => `  - { code: ${code}, label: "${labels[code as keyof typeof labels]}", dir: ${code.endsWith('-xb') ? 'rtl' : 'ltr'} }`).join('\n')}
popular: [refund]
contact:
  channels:
    - { type: email, label: ${everywhere('Write to us')}, address: 1@2.example }
  send: { url: /api/messages }
# One of the languages is searched by meaning, for what pages say about that.
search:
  models:
    - { languages: [en-xa] }
    - { languages: [en, en-xb], source: none }
`,
  );
  for (const locale of locales) {
    const text = (part: string): string => say(part, locale);
    const folder = `articles/${locale}/billing`;
    await save(
      `${folder}/_category.yaml`,
      `title: ${JSON.stringify(text(TEXTS.billing[0]))}\ndescription: ${JSON.stringify(text(TEXTS.billing[1]))}\n`,
    );
    for (const id of ['refund', 'invoice'] as const) {
      const [title, description] = TEXTS[id];
      const other = id === 'refund' ? 'invoice' : 'refund';
      await save(
        `${folder}/${id}.md`,
        `---\ntitle: ${JSON.stringify(text(title))}\nid: ${id}\ndescription: ${JSON.stringify(text(description))}\nupdated: 2026-05-01\nrelated: [${other}]\n---\n
${text('Ask for a refund within a month, and see')} [${text('the other page')}](id:${other}).\n
## ${text('How long does it take')} {#time}\n
> [!WARNING]\n> ${text('It takes a while.')}\n
1. ${text('Open the account.')}\n2. ${text('Choose the charge.')}\n
| ${text('Card')} | ${text('Days')} |\n| --- | --- |\n| ${text('Debit')} | 3 |\n
\`\`\`\n123\n\`\`\`\n
## ${text('And then')} {#then}\n
${text('The money is back.')}\n`,
      );
    }
  }
}
