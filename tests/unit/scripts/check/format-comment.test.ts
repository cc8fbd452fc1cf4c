import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { COMMENT_MARK, formatComment, LONGEST_COMMENT } from '../../../../scripts/lib/check/format-comment.ts';
import { LARGEST_REPORT, readCheckReport } from '../../../../scripts/lib/check/read-check-report.ts';

const run = { url: 'https://github.com/a/help/actions/runs/7', built: true };
const moved = [
  { locale: 'en', question: 'bike gone', id: 'theft', before: 3, now: 1, firstBefore: 'lock', firstNow: 'theft' },
  { locale: 'en', question: 'weather', firstBefore: 'rain', firstNow: 'winter' },
  { locale: 'ko', question: '환불', id: 'refunds', before: 1, firstBefore: 'refunds' },
];

function rendered(markdown: string) {
  const renderer = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  return renderer.runSync(renderer.parse(markdown));
}

describe('the comment on a pull request', () => {
  it('says how many problems there are and whose answers moved, from where to where, those that fell first', () => {
    expect(formatComment({ errors: 1, warnings: 2, moved }, run)).toBe(
      [
        COMMENT_MARK,
        '**The help center as this pull request has it**: the check found 1 error and 2 warnings.',
        '',
        'The answers to 3 questions moved (1 down, 1 up), compared with the target branch:',
        '',
        '- `환불` (`ko`): `refunds` from place 1 to not found; the first of all from `refunds` to none',
        '- `weather` (`en`): the first of all from `rain` to `winter`',
        '- `bike gone` (`en`): `theft` from place 3 to place 1; the first of all from `lock` to `theft`',
        '',
        '[The run](https://github.com/a/help/actions/runs/7) shows each problem beside its line and keeps the pages as they would be: download *preview* there, unpack it and open `index.html`.',
        '',
      ].join('\n'),
    );
  });

  it('says so when nothing moved, nothing is wrong, nothing was built, and when it is not known what moved', () => {
    expect(formatComment({ errors: 0, warnings: 0, moved: [] }, run)).toContain(
      'the check found nothing wrong.\n\nNo question’s answer moved.\n\n[The run]',
    );
    expect(formatComment({ errors: 2, warnings: 0 }, { ...run, built: false })).toMatch(
      /the check found 2 errors\.\n\nWhether answers moved is not known: .*\n\n\[The run\]\(.*\) shows each problem beside its line\. Nothing was built\.\n$/,
    );
  });

  it('is the summary of the run itself without a line about it', () => {
    expect(formatComment({ errors: 0, warnings: 1, moved: [] })).toMatch(
      /1 warning\.\n\nNo question’s answer moved\.\n$/,
    );
  });

  it('has as many items as a person reads, and says how many more there are', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ locale: 'en', question: `q${index}`, firstNow: 'a' }));
    const text = formatComment({ errors: 0, warnings: 0, moved: many }, run);
    expect(text.match(/^- `/gm)).toHaveLength(50);
    expect(text).toContain('The answers to 120 questions moved, compared');
    expect(text).toContain('\nAnd 70 more, which the run lists.\n');
  });

  const hostile = [
    '</code></details><script>alert(1)</script><img src=x onerror=alert(1)>',
    '``` \n\n# Merged by @octocat\n| a | b |\n',
    '@everyone @acme/security #1 GH-2 acme/help#3 0123456789012345678901234567890123456789',
    '[free](https://evil.example) https://evil.example www.evil.example a@evil.example <https://evil.example>',
    '![](https://evil.example/x.png) $x$ :tada: ~~gone~~ &commat;octocat &#64;octocat <!-- signpost: check -->',
    '`` ` ``` a|b \\',
    'fixes #1 \u202egnp.exe\u0000\u001b[2J\ud800',
  ];
  it.each(hostile)('shows a hostile text as it is, as code: %j', (text) => {
    const entry = { locale: text, question: text, id: text, now: 1, firstBefore: text, firstNow: 'x' };
    const comment = formatComment({ errors: 0, warnings: 0, moved: [entry] });
    const items = comment.split('\n').filter((line) => line.startsWith('- `'));
    expect(items).toHaveLength(1);
    expect(comment.split('\n')).toHaveLength(7);
    expect(items[0]).not.toMatch(/[\0\u001b\u202e\ud800]|@(?!\u200b)/);
    // As a renderer with GitHub's extensions, which lets any HTML through, shows it.
    const tags = new Set<string>();
    const shown: string[] = [];
    const around: string[] = [];
    visit(rendered(comment), (node, _, parent) => {
      if (node.type === 'element') tags.add(node.tagName);
      if (node.type === 'element' && node.tagName === 'code') shown.push(textOf(node).replaceAll('\u200b', ''));
      if (node.type === 'text' && parent?.type === 'element' && parent.tagName === 'li') around.push(node.value);
    });
    expect([...tags].sort()).toEqual(['code', 'li', 'p', 'strong', 'ul']);
    const line = text
      .toWellFormed()
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\0\u001b\u202e]/g, '\ufffd');
    expect([shown[0], shown.length]).toEqual([line, 5]);
    for (const one of shown.slice(1, 4)) expect(line.startsWith(one.replace(/…$/, ''))).toBe(true);
    expect(around.join('X')).toBe(' (X): X from not found to place 1; the first of all from X to ');
  });

  it('is never longer than GitHub takes, whatever the report holds', () => {
    // Of all signs the one that takes most room.
    const long = '`'.repeat(1_000_000);
    const entry = { locale: long, question: long, id: long, before: 1, firstBefore: long, firstNow: `x${long}` };
    const one = formatComment({ errors: 0, warnings: 0, moved: [entry] }, run);
    expect(one.length).toBeLessThan(3_000);
    const text = formatComment({ errors: 0, warnings: 0, moved: Array.from({ length: 1000 }, () => entry) }, run);
    expect(text.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(text.length).toBeGreaterThan(LONGEST_COMMENT - 3_000);
    expect(text).toMatch(/\nAnd 9\d\d more, which the run lists\.\n\n\[The run\]\(.*\n$/);
  });
});

describe('the report of somebody else’s check', () => {
  it('is read for its counts and what moved', () => {
    const text = JSON.stringify({ errors: 0, warnings: 3, problems: [{ rule: 'x' }], moved });
    expect(readCheckReport(text)).toEqual({ errors: 0, warnings: 3, moved });
    expect(readCheckReport('{"errors":0,"warnings":0,"problems":[]}')).toEqual({ errors: 0, warnings: 0 });
  });

  it.each([
    ['<html>', 'found no JSON; expected what npm run check -- --report writes.'],
    ['null', 'found no object; expected one with errors, warnings and moved.'],
    ['[]', 'found no object'],
    ['{"errors":"<b>","warnings":0}', 'errors, warnings: expected how many there are, as whole numbers.'],
    ['{"errors":-1,"warnings":0}', 'errors, warnings: expected'],
    ['{"errors":1e400,"warnings":0}', 'errors, warnings: expected'],
    ['{"errors":0,"warnings":0,"moved":{}}', 'moved: expected a list.'],
    ['{"errors":0,"warnings":0,"moved":[null]}', 'moved.0: expected an object.'],
    [
      '{"errors":0,"warnings":0,"moved":[{"locale":"en","question":["x"]}]}',
      'moved.0: expected locale and question, as text.',
    ],
    [
      '{"errors":0,"warnings":0,"moved":[{"locale":"en","question":"x","id":{}}]}',
      'moved.0: id, firstBefore, firstNow: expected ids',
    ],
    [
      '{"errors":0,"warnings":0,"moved":[{"locale":"en","question":"x","now":"1"}]}',
      'moved.0: before, now: expected places',
    ],
    [' '.repeat(LARGEST_REPORT + 1), `found ${LARGEST_REPORT + 1} characters; expected at most ${LARGEST_REPORT}.`],
  ])('is refused when it is none: %.60s', (text, message) => {
    expect(() => readCheckReport(text)).toThrow(`The report of the check cannot be read: ${message}`);
  });
});
