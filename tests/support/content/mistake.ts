import type { Files, SyntheticArticle } from '../../../scripts/lib/bench/synthetic/content.ts';
import { pick, type Random } from '../../../src/search/indexer/distil/seeded-random.ts';

/** What a mistake is planted with. */
export interface Ground {
  files: Files;
  /** The article the mistake goes into. */
  article: SyntheticArticle;
  /** An article whose title, id, address and text can be relied on. */
  other: SyntheticArticle;
  random: Random;
}

/** Where the check must name the mistake. */
export interface FileLine {
  file: string;
  line: number;
}

/** A kind of mistake that people make. */
export interface Mistake {
  kind: string;
  /** The rule that must name it. */
  rule: string;
  /** Set when the mistake is between two articles: where the other one is in the order of files. */
  other?: 'before' | 'after';
  /** True when the rest of the article stays as it is, so that a mistake elsewhere can be about it. */
  mild?: boolean;
  /** Makes the mistake once, and tells where it is. */
  plant(ground: Ground): FileLine;
}

/** The lines of the article, to be changed by `change`, which returns the 1-based line of the mistake. */
export function edit({ files, article }: Ground, change: (lines: string[]) => number): FileLine {
  const lines = String(files.get(article.file)).split('\n');
  const line = change(lines);
  files.set(article.file, lines.join('\n'));
  return { file: article.file, line };
}

/** Replaces what `pattern` matches in the first line that has it, and gives that line. */
export function replacing(pattern: RegExp, by: string): (ground: Ground) => FileLine {
  return (ground) =>
    edit(ground, (lines) => {
      const at = lines.findIndex((line) => pattern.test(line));
      if (at === -1) throw new Error(`No line of ${ground.article.file} matches ${pattern}.`);
      lines[at] = lines[at]!.replace(pattern, by);
      return at + 1;
    });
}

/** Puts a paragraph between two blocks of the text, at a place that chance decides, and gives the line it begins at. */
export function inserting(paragraph: (ground: Ground) => string): (ground: Ground) => FileLine {
  return (ground) =>
    edit(ground, (lines) => {
      const body = lines.indexOf('---', 1);
      // Before a heading nothing is inside a list, a table or code.
      const gaps = lines.flatMap((line, index) => (index > body && line.startsWith('## ') ? [index] : []));
      const at = pick(gaps, ground.random);
      lines.splice(at, 0, ...paragraph(ground).split('\n'), '');
      return at + 1;
    });
}

/** Adds a field to the front matter, and gives its line. */
export function field(text: (ground: Ground) => string): (ground: Ground) => FileLine {
  return (ground) =>
    edit(ground, (lines) => {
      const at = lines.indexOf('---', 1);
      lines.splice(at, 0, text(ground));
      return at + 1;
    });
}
