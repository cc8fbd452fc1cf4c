import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse.ts';
import { splitText } from '../../../src/markdown/split-text.ts';

const word = fc.stringMatching(/^[a-z]{3,9}$/).map((letters) => `w${letters}w`);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));

/** Blocks in every form the help center knows, of words that must all come through. */
const block = fc.oneof(
  words,
  words.map((text) => `## ${text}`),
  words.map((text) => `### ${text} {#${text.replaceAll(' ', '-')}}`),
  words.map((text) => `> [!NOTE] ${text}`),
  words.map((text) => `> ${text}`),
  fc.tuple(words, words).map(([title, text]) => `:::tip[${title}]\n${text}\n:::`),
  fc.tuple(words, words).map(([title, text]) => `:::details[${title}]\n${text}\n:::`),
  fc.tuple(words, words).map(([title, text]) => `:::wwwunknown[${title}]\n${text}\n:::`),
  fc.tuple(words, words).map(([one, two]) => `:::steps\n1. ${one}\n2. ${two}\n:::`),
  fc.tuple(words, words).map(([one, two]) => `- ${one}\n  - [ ] ${two}`),
  fc.tuple(words, words).map(([one, two]) => `| ${one} | ${two} |\n|---|--:|\n| ${two} | ${one} |`),
  words.map((text) => `\`\`\`wlang\n${text}\n\`\`\``),
  words.map((text) => `<div class="box">\n\n${text}\n\n</div>`),
  words.map((text) => `at 10:30 ${text} :wsmile: ::wfoo`),
);

const page = fc.array(block, { maxLength: 12 }).map((blocks) => blocks.join('\n\n'));
const path = fc.constantFrom('articles/en/a/b.md', 'articles/ko/a/b.md', 'articles/zh-cn/a/b.md', 'elsewhere.md');

describe('cutting Markdown into sections', () => {
  it('never throws, whatever the text', () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '\n',
            '\n\n',
            '---',
            ':::',
            '> [!',
            '](',
            '<',
            '</',
            '{#',
            '|',
            '```',
            '![',
            '[^1]',
            '%',
            '\0',
            '\ud800',
            '<details>',
            '<summary>',
          ),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(noise, path, (text, file) => void parseMarkdown(text, file)),
      { numRuns: 400 },
    );
  });

  it('keeps every word, in the text of a section or in its headings', () => {
    fc.assert(
      fc.property(page, path, (text, file) => {
        const { sections } = parseMarkdown(text, file);
        const kept = sections.flatMap(({ headings, text: body }) => [...headings, body]).join(' ');
        const written = text.replace(/\{#[^}]*\}|```wlang/g, '').match(/w[a-z]+w/g) ?? [];
        for (const each of written) expect(kept).toContain(each);
      }),
      { numRuns: 200 },
    );
  });

  it('gives every heading an anchor of its own, and every section an anchor of a heading', () => {
    fc.assert(
      fc.property(page, (text) => {
        const { headings, sections } = parseMarkdown(text.replace(/\{#[^}]*\}/g, ''), 'articles/en/a/b.md');
        const anchors = headings.map(({ anchor }) => anchor);
        expect(new Set(anchors).size).toBe(anchors.length);
        for (const { anchor } of sections) expect(['', ...anchors]).toContain(anchor);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same result twice', () => {
    fc.assert(
      fc.property(
        page,
        (text) =>
          void expect(parseMarkdown(text, 'articles/en/a/b.md')).toEqual(parseMarkdown(text, 'articles/en/a/b.md')),
      ),
      { numRuns: 50 },
    );
  });
});

describe('splitting a long section', () => {
  const sentence = fc.oneof(
    words.map((text) => `${text}. `),
    fc.stringMatching(/^[一-龥]{3,40}$/).map((text) => `${text}。`),
  );

  it('keeps every character but white space, and no part is much longer than 900 letters', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(sentence, { maxLength: 60 }).map((list) => list.join('').trim()),
          { maxLength: 8 },
        ),
        (blocks) => {
          const parts = splitText(blocks);
          expect(parts.join('').replace(/\s/g, '')).toBe(blocks.join('').replace(/\s/g, ''));
          for (const part of parts) expect(part.length).toBeLessThan(900 * 1.5);
        },
      ),
      { numRuns: 200 },
    );
  });
});
