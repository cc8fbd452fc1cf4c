import type { LinkFinder } from '../content/links.ts';
import type { Article, BrokenPage, HelpCenter, OwnPage, Problem, WrittenPage } from '../content/types.ts';
import type { SearchProbe } from './finding/search-probe.ts';
import type { GitHistory } from './git-history.ts';
import type { Embedder } from './meaning/embedder.ts';

/** What a rule may look at. */
export interface RuleContext {
  center: HelpCenter;
  /** Articles, and pages whose front matter is wrong, ordered by file. */
  pages: (Article | BrokenPage)[];
  /** These, and the pages of the owner's own: all that is written in Markdown, ordered by file. */
  texts: (Article | BrokenPage | OwnPage | WrittenPage)[];
  findLink: LinkFinder;
  /** The day that dates are compared with, at midnight UTC. */
  today: Date;
  /** What git knows of the content folder. */
  git: GitHistory;
  /** Left out where no model is available, as while a site is built. */
  embedder?: Embedder | undefined;
  /** The site's search; left out like the model. */
  searchProbe?: SearchProbe | undefined;
}

/** One thing that can be wrong with content. Its page of documentation is rules/<name>.md. */
export interface Rule {
  /** In kebab-case, as reports and `--only` name it. */
  name: string;
  /** What it makes sure of, as a sentence. */
  ensures: string;
  /** True for rules that check.yaml cannot switch off: without them the build would fail, or publish what does harm. */
  always?: boolean;
  /** True for rules that compare meanings; they run only where a model is available. */
  needsEmbedder?: boolean;
  /** True for rules that ask the site's search. */
  needsSearchProbe?: boolean;
  check(context: RuleContext): Problem[] | Promise<Problem[]>;
}

/** True for a page whose front matter is right. */
export function isArticle(page: WrittenPage): page is Article {
  return 'title' in page && 'id' in page;
}
