import type { Skipped, SourceSite } from '../source.ts';
import { largestArticle } from '../source-files.ts';

/**
 * True when a text is larger than an article may be, pictures that stand in it as data not counted; it is named then,
 * and its words count as lost. Only for texts that everybody may read.
 */
export function leftOutAsTooLarge(
  site: SourceSite,
  body: string,
  article: Pick<Skipped, 'origin' | 'title' | 'id'>,
): boolean {
  if (body.length <= largestArticle || withoutData(body).length <= largestArticle) return false;
  site.skipped.push({
    ...article,
    reason: 'too-large',
    detail: `${Math.round(body.length / 1e6)} MB; an article may have ${largestArticle / 1e6} MB`,
  });
  site.unread = [...(site.unread ?? []), { origin: article.origin, body }];
  return true;
}

function withoutData(body: string): string {
  return body.replace(/data:image\/[a-z]+;base64,[A-Za-z0-9+/=\s]+/g, '');
}
