import { fieldPlace, yamlPlace } from '../field-place.ts';
import { didYouMean } from '../../content/did-you-mean.ts';
import { isArticle, type Rule } from '../rule.ts';
import type { Problem } from '../../content/types.ts';
import type { Place } from '../../content/yaml.ts';

interface Naming extends Place {
  file: string;
  field: string;
  id: string;
}

export const namedIds: Rule = {
  name: 'named-ids',
  ensures: 'Wherever an article is named by its id, it is there.',
  check({ pages, center }) {
    const ids = new Set(pages.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const problem = ({ file, line, column, field, id }: Naming): Problem => ({
      file,
      line,
      column,
      rule: 'named-ids',
      field,
      found: `the id "${id}", which no article has`,
      expected: 'the id of an article',
      remedy: didYouMean(id, ids).trim() || 'Correct the id, or remove it.',
      severity: 'error',
    });
    const related = pages.filter(isArticle).flatMap((page) =>
      page.related.flatMap((id, index): Problem[] => {
        const place = (): Place & { file: string; field: string } => ({ file: page.file, ...fieldPlace(page, ['related', index]), field: `related.${index}` });
        if (!ids.has(id)) return [problem({ ...place(), id })];
        if (id !== page.id) return [];
        return [{ ...place(), rule: 'named-ids', found: `the article's own id "${id}"`, expected: 'ids of other articles', remedy: 'Remove it.', severity: 'warning' }];
      }),
    );
    const popular = (center.site?.popular ?? []).flatMap((id, index): Problem[] =>
      ids.has(id) ? [] : [problem({ file: 'site.yaml', ...yamlPlace(center.root, 'site.yaml', ['popular', index]), field: `popular.${index}`, id })],
    );
    const asked = Object.entries(center.queries.answered).flatMap(([locale, queries]) =>
      queries.flatMap(({ id }, index): Problem[] =>
        ids.has(id) ? [] : [problem({ file: 'queries.yaml', ...yamlPlace(center.root, 'queries.yaml', [locale, index, 'id']), field: `${locale}.${index}.id`, id })],
      ),
    );
    return [...related, ...popular, ...asked];
  },
};
