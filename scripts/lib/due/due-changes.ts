import type { HelpCenter } from '../../../src/content/types.ts';
import { noticePeriod, noticePhase } from '../../../src/notices/notice-phase.ts';
import { isBuilt } from '../../../src/schemas/publishing.ts';

/** A change of the site that time alone brings. */
export interface DueChange {
  file: string;
  /** What a new build does: `is published`, `has the notice closed-on-monday soon`. */
  what: string;
}

/** What a build at `now` has otherwise than one of the same content at `then`: articles by file, then notices. */
export function dueChanges(
  { articles, notices, site }: Pick<HelpCenter, 'articles' | 'notices' | 'site'>,
  then: Date,
  now: Date,
): DueChange[] {
  const pages = articles.flatMap((article): DueChange[] => {
    const is = isBuilt(article, now);
    if (is === isBuilt(article, then)) return [];
    return [{ file: article.file, what: is ? 'is published' : 'is no longer published' }];
  });
  const told = notices.notices.flatMap((notice): DueChange[] => {
    const period = noticePeriod(notice, site?.timeZone ?? 'UTC');
    const phase = noticePhase(period, now.getTime());
    if (phase === noticePhase(period, then.getTime())) return [];
    return [{ file: 'notices.yaml', what: `has the notice ${notice.id} ${phase}` }];
  });
  return [...pages, ...told];
}
