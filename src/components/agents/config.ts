import type { ReplyWords } from '../../agents/reply.ts';
import type { ReportSettings } from '../../agents/report.ts';
import type { Review } from '../../agents/review.ts';
import type { IndexLocation } from '../../search/browser/search-engine.ts';
import type { ReviewFiles } from './reviews.ts';

/** The configuration of the agents' page's script, as JSON in `data-agents`. */
export interface AgentsConfig {
  locale: string;
  defaultLocale: string;
  /** The site's public address with its base path, before `a/<id>/`. */
  root: string;
  /** Of the help desks that may frame the page and are listened to. */
  origins: string[];
  /** By locale. */
  indexes: Record<string, IndexLocation>;
  /** By locale and article id; nothing for each locale where files have them. */
  reviews: Record<string, Record<string, Review>>;
  /** By locale; left out where there is none. */
  reviewFiles?: Record<string, ReviewFiles>;
  /** What replies begin and end with, by locale, and which way they run. */
  words: Record<string, ReplyWords & { direction: 'ltr' | 'rtl' }>;
  /** Where reports go; undefined where the owner set nothing. */
  reports: ReportSettings | undefined;
  strings: Record<string, string>;
}
