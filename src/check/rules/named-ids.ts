import { didYouMean } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import type { Point } from '../../content/yaml.ts';
import { pointInYaml, pointOfField } from '../locate.ts';
import { isArticle, type Rule } from '../rule.ts';

interface Naming extends Point {
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
        const written = (): Point & { file: string; field: string } => ({
          file: page.file,
          ...pointOfField(page, ['related', index]),
          field: `related.${index}`,
        });
        if (!ids.has(id)) return [problem({ ...written(), id })];
        if (id !== page.id) return [];
        return [
          {
            ...written(),
            rule: 'named-ids',
            found: `the article's own id "${id}"`,
            expected: 'ids of other articles',
            remedy: 'Remove it.',
            severity: 'warning',
          },
        ];
      }),
    );
    const popular = (center.site?.popular ?? []).flatMap((id, index): Problem[] =>
      ids.has(id)
        ? []
        : [
            problem({
              file: 'site.yaml',
              ...pointInYaml(center.root, 'site.yaml', ['popular', index]),
              field: `popular.${index}`,
              id,
            }),
          ],
    );
    const answering = Object.entries(center.queries.answered).flatMap(([locale, queries]) =>
      queries.flatMap(({ id }, index): Problem[] =>
        ids.has(id)
          ? []
          : [
              problem({
                file: 'queries.yaml',
                ...pointInYaml(center.root, 'queries.yaml', [locale, index, 'id']),
                field: `${locale}.${index}.id`,
                id,
              }),
            ],
      ),
    );
    const pinned = Object.entries(center.pins).flatMap(([locale, pins]) =>
      pins.flatMap(({ article }, index): Problem[] =>
        ids.has(article)
          ? []
          : [
              problem({
                file: 'pins.yaml',
                ...pointInYaml(center.root, 'pins.yaml', [locale, index, 'article']),
                field: `${locale}.${index}.article`,
                id: article,
              }),
            ],
      ),
    );
    return [...related, ...popular, ...answering, ...pinned];
  },
};
