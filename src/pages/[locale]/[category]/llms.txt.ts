import type { APIRoute } from 'astro';
import { listCategories } from '../../../data/categories.ts';
import { hasLlmsParts, llmsSections } from '../../../data/llms.ts';
import { defaultLocale, locales, urls } from '../../../data/site.ts';
import { translator } from '../../../data/strings.ts';

interface Props {
  title: string;
  description: string;
  lines: string[];
}

export async function getStaticPaths() {
  if (!(await hasLlmsParts())) return [];
  const all = await Promise.all(
    locales.map(async ({ code, label }) => {
      const sections = await llmsSections(code, label);
      return (await listCategories(code)).flatMap(({ slug, description }) => {
        const section = sections.find(({ href }) => href === `${urls.category(code, slug)}llms.txt`);
        if (!section) return [];
        const { title, lines } = section;
        return [{ params: { locale: code, category: slug }, props: { title, description, lines } }];
      });
    }),
  );
  return all.flat();
}

/** The map of a category of a large site for language models; see the site's. */
export const GET: APIRoute<Props> = ({ params: { locale = defaultLocale }, props: { title, description, lines } }) => {
  const count = translator(locale)('category.count', { count: lines.length });
  const about = description && `> ${description}\n\n`;
  return new Response(`# ${title}\n\n${about}## ${count}\n\n${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
