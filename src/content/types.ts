import type { ArticleFrontMatter } from '../schemas/article.ts';
import type { CategoryFields } from '../schemas/category.ts';
import type { Site } from '../schemas/site.ts';

/** Something wrong in content/, told to its writer. */
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
  /** Errors stop the build; warnings do not. */
  severity: 'error' | 'warning';
}

/** A part of an article below one heading: the unit of retrieval. */
export interface Section {
  /** Unique within a locale and stable while headings keep their anchors: `refunds#how-long-it-takes`, second part of a long section `…~2`. */
  key: string;
  /** Id of the article. */
  article: string;
  /** Anchor of the nearest heading; '' for text before the first heading. */
  anchor: string;
  /** Headings from the outermost to this section's own, without the article's title; [] for the lead. */
  headings: string[];
  /** Plain text of the section's body, white space collapsed, without its heading. */
  text: string;
}

export interface Heading {
  depth: number;
  text: string;
  anchor: string;
  line: number;
}

/** An internal link or image as written, with its place, for the content check. */
export interface Reference {
  kind: 'link' | 'image';
  target: string;
  line: number;
  column?: number;
  /** Alternative text of an image. */
  alt?: string;
}

export interface Article extends ArticleFrontMatter {
  locale: string;
  /** Folder name of the category. */
  category: string;
  /** File name without .md. */
  slug: string;
  /** Path relative to the content folder. */
  file: string;
  /** Markdown below the front matter. */
  body: string;
  /** Line of the file on which `body` begins, 1-based. */
  bodyLine: number;
  headings: Heading[];
  sections: Section[];
  references: Reference[];
}

export interface Category extends CategoryFields {
  locale: string;
  slug: string;
  file: string;
}

/** Everything under content/, read and validated: the good input, and what is wrong with the rest. */
export interface HelpCenter {
  /** Absolute path of the content folder. */
  root: string;
  /** Undefined when site.yaml is beyond use; `problems` says why. */
  site: Site | undefined;
  categories: Category[];
  /** All valid articles, drafts included, ordered by file. */
  articles: Article[];
  /** Synonym groups by locale. */
  synonyms: Record<string, string[][]>;
  problems: Problem[];
}
