import type { Article, Problem } from '../../content/types.ts';
import { pointOfField } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

/** Titles that nobody would type, in the languages the interface speaks. */
const SAYS_NOTHING =
  /^(introduction|overview|general( information)?|misc(ellaneous)?|faqs?|questions?( (and|&) answers)?|q ?& ?a|information|details|more|other|various|notes?|help|support|how ?to|untitled|new article|todo|概述|简介|介绍|其他|常见问题|信息|帮助|개요|소개|기타|자주 묻는 질문|정보|도움말)[\s.:!]*$/i;

export const titles: Rule = {
  name: 'titles',
  ensures: 'Each title says what a customer would ask, and no two titles are the same.',
  check({ pages }) {
    const first = new Map<string, string>();
    return pages.filter(isArticle).flatMap((page): Problem[] => {
      const problem = (found: string, expected: string, remedy: string, field = 'title'): Problem => ({
        file: page.file,
        ...pointOfField(page, [field]),
        rule: 'titles',
        field,
        found,
        expected,
        remedy,
        severity: 'warning',
      });
      const problems: Problem[] = [];
      const key = `${page.locale} ${normal(page.title)}`;
      const other = first.get(key);
      first.set(key, other ?? page.file);
      if (other !== undefined)
        problems.push(
          problem(
            `"${page.title}", which ${other} is called too`,
            'a title that tells the two apart in search results',
            'Say in each title what only this article answers, or make one article of both.',
          ),
        );
      if (SAYS_NOTHING.test(page.title))
        problems.push(
          problem(
            `"${page.title}"`,
            'the customer’s task, question or exact error message',
            'Write what someone would type who needs this article.',
          ),
        );
      if (!page.draft && /^todo\b/i.test(page.description))
        problems.push(
          problem(
            `"${page.description}"`,
            'one sentence that answers',
            'Write it before the article is published.',
            'description',
          ),
        );
      if (repeatsTitle(page))
        problems.push(
          problem(
            'the title once more',
            'one sentence that answers',
            'Write the answer in one sentence; it shows below the title in search results.',
            'description',
          ),
        );
      return problems;
    });
  },
};

function repeatsTitle({ title, description }: Article): boolean {
  return normal(title) === normal(description);
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
