import type { Problem } from '../../content/types.ts';
import type { Rule } from '../rule.ts';

const SAYS_NOTHING =
  /^(here|click here|this|this (page|article|link)|link|read more|more|learn more|see here|page|这里|此处|点击(这里|此处)|链接|更多|여기|여기를 클릭|링크|더 보기|이 글|이 페이지)[.。…:]?$/i;

export const linkText: Rule = {
  name: 'link-text',
  ensures: 'The words of a link say where it leads.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.references.flatMap(({ kind, target, text, line, column }): Problem[] => {
        if (kind !== 'link' || text === undefined || target === '') return [];
        if (text !== '' && !SAYS_NOTHING.test(text)) return [];
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'link-text',
            found: text === '' ? `a link to "${target}" without words` : `a link called "${text}"`,
            expected: 'words that make sense when read alone, as screen readers list them',
            remedy: 'Link the words that name what is there, such as the title of the article.',
            severity: 'warning',
          },
        ];
      }),
    );
  },
};
