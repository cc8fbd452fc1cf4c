import type { OwnStrings } from '../i18n/languages.ts';
import type { MarkdownFindings } from '../markdown/findings.ts';
import type { TextSection } from '../markdown/sections.ts';
import type { AgentsTexts } from '../schemas/agents.ts';
import type { ArticleFrontMatter } from '../schemas/article.ts';
import type { CategoryFields } from '../schemas/category.ts';
import type { CheckSettings } from '../schemas/check-settings.ts';
import type { Notices } from '../schemas/notices.ts';
import type { OwnPageFrontMatter } from '../schemas/own-page.ts';
import type { Permalinks } from '../schemas/permalinks.ts';
import type { Pins } from '../schemas/pins.ts';
import type { PublishingTimes } from '../schemas/publishing.ts';
import type { Queries } from '../schemas/queries.ts';
import type { Site } from '../schemas/site.ts';
import type { Terms } from '../schemas/terms.ts';
import type { Insertions, Sources } from './insert/sources.ts';

/** Something wrong in content/, reported to its writer. */
export interface Problem {
  /** Path relative to the content folder, with forward slashes: `articles/en/billing/refunds.md`. */
  file: string;
  /** 1-based; 1 when the whole file is meant. */
  line: number;
  column?: number;
  /** The rule's name in kebab-case: `front-matter`, `duplicate-id`, `internal-link` … */
  rule: string;
  /** Dotted path of the field when a field is meant: `contact.channels.0.address`. */
  field?: string;
  found: string;
  expected: string;
  /** What to do next: an imperative sentence. */
  remedy: string;
  /** Errors stop the build; warnings do not. A note says what whoever reviews the content should know, and mends nothing. */
  severity: 'error' | 'warning' | 'note';
  /** A change that certainly mends it; `npm run check -- --fix` makes it. */
  fix?: Fix;
  /** A text that stands in several articles, and that `--fix` makes a snippet. */
  snippet?: SnippetFix;
}

/** Replace `find`, which the line has exactly once, by `replace`. */
export interface Fix {
  line: number;
  find: string;
  replace: string;
}

/** Write `text` to `file`, which is not there yet, and put `replace` in the place of `find`, which each place has once. */
export interface SnippetFix {
  file: string;
  text: string;
  find: string;
  replace: string;
  /** Articles, by their files. */
  places: string[];
}

/** A part of an article below one heading: the unit of retrieval. */
export interface Section extends TextSection {
  /** Unique within a locale and stable while headings keep their anchors: `refunds#how-long-it-takes`, second part of a long section `…~2`. */
  key: string;
  /** Id of the article. */
  article: string;
  /** The snippet's file, when all of its text is a snippet's. */
  source?: string;
  /** The files of the snippets that some of its text is from; left out when there are none. */
  snippets?: string[];
}

/** A Markdown file that becomes a page, whether its front matter is valid or not. Lines are lines of the file. */
export interface WrittenPage extends MarkdownFindings {
  locale: string;
  /** File name without .md. */
  slug: string;
  /** Path relative to the content folder. */
  file: string;
  /** The whole file as read, for content hashes. */
  source: string;
  /** Markdown below the front matter, with snippets and variables put in. */
  body: string;
  /** Line of the file on which the text below the front matter begins, 1-based. */
  bodyLine: number;
  /** Snippets and variables that were put in; left out where there are none. Lines past the file's end are theirs, see insert/places.ts. */
  insertions?: Insertions | undefined;
}

/** A Markdown file under content/articles. */
export interface Page extends WrittenPage {
  /** Folder name of the category. */
  category: string;
}

/** A page of the owner's own, under content/pages. */
export interface OwnPage extends OwnPageFrontMatter, WrittenPage {
  /** At least one; in the order of the text. */
  sections: TextSection[];
}

export interface Article extends Omit<ArticleFrontMatter, keyof PublishingTimes>, PublishingTimes, Page {
  /** At least one; in the order of the text. */
  sections: Section[];
}

/** A page that is no article because its front matter is wrong. Its text is still checked, and links to it are not called broken. */
export interface BrokenPage extends Page {
  /** The id, when the front matter has a usable one. */
  id?: string;
}

export interface Category extends CategoryFields {
  locale: string;
  slug: string;
  file: string;
}

/** A file of the owner that is published under a name made from its content. */
export interface OwnFile {
  /** Path relative to the content folder. */
  file: string;
  /** File name in the built site, with a hash. */
  name: string;
}

/** The owner's own sheet, theme/custom.css. */
export interface Theme {
  /** Its rules, minified, which name their files by `name`. */
  css: string;
  files: OwnFile[];
  /** Custom properties that it sets and does not read, without the dashes. */
  unread: string[];
}

/** Everything under content/, read and validated: the good input, and what is wrong with the rest. */
export interface HelpCenter {
  /** Absolute path of the content folder. */
  root: string;
  /** Undefined when site.yaml cannot be used; `problems` says why. */
  site: Site | undefined;
  categories: Category[];
  /** All valid articles, drafts included, ordered by file. */
  articles: Article[];
  /** Pages whose front matter is wrong; `problems` says why. */
  broken: BrokenPage[];
  /** All valid pages of the owner's own, ordered by file. */
  ownPages: OwnPage[];
  /** Those whose front matter is wrong; `problems` says why. */
  brokenOwnPages: WrittenPage[];
  /** Every file under the content folder, relative to it, sorted; articles, images and all. */
  files: string[];
  /** Synonym groups by locale. */
  synonyms: Record<string, string[][]>;
  /** What customers ask, from queries.yaml. */
  queries: Queries;
  /** Answers that must come first, by locale, from pins.yaml. */
  pins: Pins;
  /** Interface texts that the owner writes, by locale, from strings/. */
  strings: OwnStrings;
  /** Words to say and not to say, by locale. */
  terms: Terms;
  /** Snippets and variables that texts put in. */
  sources: Sources;
  /** What visitors are told above pages, from notices.yaml. */
  notices: Notices;
  /** What agents' replies begin and end with, from agents.yaml. */
  agents: AgentsTexts;
  /** Every permalink ever published, from permalinks.yaml. */
  permalinks: Permalinks;
  /** What the check tolerates. */
  checkSettings: CheckSettings;
  /** Undefined when there is no sheet of the owner, or none that can be read. */
  theme: Theme | undefined;
  problems: Problem[];
}
