import type { HelpCenter } from '../../../src/content/types.ts';
import { isBuilt } from '../../../src/schemas/publishing.ts';

/** A change of the site that time alone brings. */
export interface DueChange {
  file: string;
  /** What a new build does: `is published`, `is no longer published`. */
  what: string;
}

/** What a build at `now` has otherwise than one of the same content at `then`, ordered by file. */
export function dueChanges({ articles }: Pick<HelpCenter, 'articles'>, then: Date, now: Date): DueChange[] {
  return articles.flatMap((article): DueChange[] => {
    const is = isBuilt(article, now);
    if (is === isBuilt(article, then)) return [];
    return [{ file: article.file, what: is ? 'is published' : 'is no longer published' }];
  });
}
