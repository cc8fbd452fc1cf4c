import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { codesOf, titlesOf, unanswered } from '../../../../scripts/lib/bench/measure-titles.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import { article, indexOf } from '../small-site.ts';

const center = await readHelpCenter(fileURLToPath(new URL('../../../../content/', import.meta.url)));
const locales = [...new Set(center.articles.map(({ locale }) => locale))];

it.each(locales)(
  'each title of the sample, typed exactly, and each code in one, however written, is answered by its article by words alone, in %s',
  async (locale) => {
    const articles = center.articles.filter((one) => one.locale === locale);
    const index = await indexOf(
      articles.map(({ id, title, description, keywords, sections }) =>
        article(id, title, '', {}, { description, keywords, sections }),
      ),
      { locale },
    );
    expect((await codesOf(index)).length).toBeGreaterThan(10);
    expect(await unanswered(index, 'lexical', [...(await titlesOf(index)), ...(await codesOf(index))])).toEqual([]);
  },
);
