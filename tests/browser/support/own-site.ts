import { afterAll, beforeAll, inject } from 'vitest';
import { writeFiles } from '../../../scripts/lib/bench/synthetic/content.ts';
import { serveStatic } from '../../../scripts/lib/site/serve-static.ts';
import { builtSite } from '../../support/built-site.ts';
import { buildAt } from '../../support/site-builder/shared.ts';
import { test as visit } from './visitor.ts';

/** `builtSite`, whose builds one process makes for all workers. */
export function builtOnce(name: string, inputs: string[], write: (content: string) => Promise<void>): Promise<string> {
  return builtSite(name, inputs, write, (order) => buildAt(inject('builder'), order));
}

/**
 * `test` for a site of its own: built from what `write` puts into a content folder, unless it is built already, and
 * served while the tests of the file run. `inputs` are the paths in the project that the content is made from and by.
 */
export function testOf(name: string, inputs: string[], write: (content: string) => Promise<void>) {
  let server: Awaited<ReturnType<typeof serveStatic>>;
  beforeAll(async () => {
    server = await serveStatic(await builtOnce(name, inputs, write), { base: '/' });
  }, 600_000);
  afterAll(() => server?.close());
  return visit.extend({ site: async ({}, use) => use(server.url) });
}

/**
 * `test` for a site with one article, /billing/refund/, in these languages; it is searched by words alone.
 * @param file The test's file, in which the languages stand.
 * @param languages By locale, what the language is called there and the article's title.
 */
export function testOfLanguages(name: string, file: string, languages: Record<string, [label: string, title: string]>) {
  const locales = Object.entries(languages);
  const settings = `name: Made
description: Help with everything.
url: https://help.example.com
defaultLocale: en
locales:
${locales.map(([code, [label]]) => `  - { code: ${code}, label: ${label} }`).join('\n')}
contact:
  channels:
    - { type: email, label: Write to us, address: us@example.com }
search: { models: [{ languages: ["*", en], source: none }] }
`;
  const articles = locales.flatMap(([code, [, title]]): [string, string][] => [
    [`articles/${code}/billing/_category.yaml`, `title: ${title}\ndescription: ${title}.\n`],
    [
      `articles/${code}/billing/refund.md`,
      `---\ntitle: ${title}\nid: refund\ndescription: ${title}.\n---\n\n${title}.\n`,
    ],
  ]);
  return testOf(name, [file, 'scripts/lib/bench/synthetic/content.ts'], (content) =>
    writeFiles(content, new Map([['site.yaml', settings], ...articles])),
  );
}
