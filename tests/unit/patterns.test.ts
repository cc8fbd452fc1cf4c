import { globSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What only runs over our own text, or over numbers and names that somebody running a command typed. */
const OURS =
  /^scripts\/(?!lib\/)|^scripts\/lib\/(bench|browser|cli|engines|fit-confidence|model|relevance|schemas|site|test)\/|^src\/search\/indexer\/(model|distil\/phrases)\//;

/**
 * Patterns that may go through a text again for each of its signs, with what keeps that text short. Whoever adds one
 * says what bounds its text; better is a pattern that takes each sign once.
 */
const BOUNDED: Record<string, string> = {
  'scripts/lib/import/convert/description.ts': 'cut to the longest description before',
  'scripts/lib/import/sources/mkdocs/includes.ts': 'names of files, cut to 500 characters before',
  'scripts/lib/import/sources/hugo/shortcode-markdown.ts': 'arguments of a shortcode, 2,000 characters at most',
  'scripts/lib/import/sources/hugo/shortcodes.ts':
    'arguments of a shortcode, 2,000 characters at most; white space before the tag is bounded',
  'scripts/lib/import/sources/zendesk/addresses.ts': 'titles cut to 300 characters before',
  'scripts/lib/insights/count/question-counter.ts': 'questions, which events hold to 300 characters',
  'scripts/lib/naming/permanent-id.ts': 'hyphens come one at a time: what stood between words became one',
  'scripts/lib/naming/slug.ts': 'hyphens come one at a time: what stood between words became one',
  'scripts/lib/new/write-new.ts': 'a title typed for a command',
  'src/agents/citation.ts': 'titles, and passages of a few hundred characters',
  'src/agents/reply.ts': 'greeting and closing, which the owner wrote',
  'src/agents/text-fragment.ts': 'words of a passage of a few hundred characters',
  'src/analytics/redact.ts': 'questions cut to 600 characters before',
  'src/check/meaning/polarity.ts': 'sentences, left out above 1,000 characters',
  'src/check/meaning/quantities.ts': 'the last 60 characters before a number',
  'src/check/rules/address.ts': 'names of files, which systems hold to 255 bytes',
  'src/components/agents/reply-editor.ts': 'a reply of the agent’s own',
  'src/components/agents/zendesk-app/html-text.ts': 'spaces come one at a time, and any other run is a match',
  'src/components/search/typed-query.ts': 'what the visitor types in the own browser',
  'src/contact/message.ts': 'what the visitor types in the own browser',
  'src/content/front-matter.ts': 'the first 200 characters of a line',
  'src/i18n/initials.ts': 'a title, of at most 200 characters',
  'src/markdown/split-text.ts': 'the end of the text is a match, so none is in vain',
  'src/search/browser/search-engine.ts': 'names of our own files',
  'src/search/browser/climb.ts': 'what the visitor types in the own browser',
  'src/search/core/query/question-language.ts': 'a word of a question',
  'src/search/core/rank/identifiers.ts': 'a word of a question',
  'src/search/core/text/compound.ts': 'any run of letters is a match in the end, so none is in vain',
  'src/search/indexer/distil/site-actions.ts': 'titles and headings; forms of our own',
  'src/search/indexer/process/build-index.ts': 'names of our own files',
};

interface Pattern {
  file: string;
  source: string;
  flags: string;
}

function patternsOf(file: string): Pattern[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Analysed rather than timed: where a pattern could go back over signs that it has read, the analysis names the sign. */
function isSuperLinear({ source, flags }: Pattern): boolean {
  return analyse({ source, flags }).reports.length > 0;
}

test('a pattern that is slower than its text is long is found', () => {
  const pattern = (source: string): Pattern => ({ file: '', source, flags: 'u' });
  expect(['^(a+)+$', '\\s+$', 'a.*b.*c', '([\\p{L}]+)\\W*$'].filter((one) => !isSuperLinear(pattern(one)))).toEqual([]);
  expect(['^a+$', '[^<>]+>', '\\p{L}+'].filter((one) => isSuperLinear(pattern(one)))).toEqual(['[^<>]+>']);
});

test('no pattern that reads text of others takes longer than the text is long, but where that text is short', () => {
  const files = globSync('{src,scripts}/**/*.{ts,js}').map((file) => file.replaceAll('\\', '/'));
  const patterns = files.filter((file) => !OURS.test(file)).flatMap(patternsOf);
  expect(patterns.length).toBeGreaterThan(300);
  const slow = patterns.filter(isSuperLinear);
  expect(slow.filter(({ file }) => !Object.hasOwn(BOUNDED, file))).toEqual([]);
  // A reason stays only as long as there is something to explain.
  const explained = new Set(slow.map(({ file }) => file));
  expect(Object.keys(BOUNDED).filter((file) => !explained.has(file))).toEqual([]);
});
