import type { SearchProbe } from '../../../src/check/finding/search-probe.ts';
import { movedAnswers, type MovedAnswer } from '../../../src/check/finding/moved-answers.ts';
import { lostLinks } from '../../../src/permalinks/lost-links.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';
import { contentAt } from './compare-with-revision.ts';
import { loadSearchProbe } from './load-search-probe.ts';

/** What changed since a revision: links from elsewhere that are lost, and questions whose answer moved. */
export async function compareWith(revision: string, center: HelpCenter, searchProbe: SearchProbe | undefined): Promise<{ lost: Problem[]; moved: MovedAnswer[] | undefined }> {
  const past = await contentAt(revision, center.root);
  try {
    const before = await readHelpCenter(past.root);
    const moved = searchProbe ? await movedAnswers(center.queries, await loadSearchProbe(before), searchProbe) : undefined;
    return { lost: lostLinks(before, center), moved };
  } finally {
    await past.remove();
  }
}
