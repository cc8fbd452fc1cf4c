import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../../scripts/lib/check/github-annotations.ts';
import { formatReport } from '../../../src/check/report.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';

const center = { articles: [], categories: [] } as unknown as HelpCenter;
const many = (count: number, rule: string, severity: Problem['severity'], files = count): Problem[] =>
  Array.from({ length: count }, (_, place) => ({
    file: `articles/en/${rule}/${place % files}.md`,
    line: place + 1,
    rule,
    severity,
    found: `number ${place}`,
    expected: 'another',
    remedy: 'Change it.',
  }));
const long = [
  ...many(7000, 'length', 'warning', 2900),
  ...many(412, 'internal-link', 'error', 31),
  ...many(1, 'anchor', 'error'),
];

describe('a report of thousands of problems', () => {
  const lines = formatReport(long, center, { colour: false }).split('\n');

  it('shows the first of each rule and the command for the others', () => {
    expect(lines.filter((line) => line.includes('found  '))).toHaveLength(7);
    expect(lines).toContain('and 6997 more: npm run check -- --only length');
    expect(lines).toContain('and 409 more: npm run check -- --only internal-link');
    expect(lines.join('\n')).not.toContain('--only anchor');
  });

  it('ends with how many of each rule there are, errors last, and how many in all', () => {
    expect(lines.slice(-8)).toEqual([
      '  7000 warnings in 2900 files  length',
      '   412 errors in 31 files      internal-link',
      '     1 error in 1 file         anchor',
      '',
      'What a rule wants: npm run check -- --explain RULE. Every problem: --all, or --json for a program.',
      '',
      '413 errors and 7000 warnings in 2932 files.',
      '',
    ]);
  });

  it('shows each problem where that is asked for', () => {
    const whole = formatReport(long, center, { colour: false, whole: true });
    expect(whole.match(/found +number/g)).toHaveLength(long.length);
    expect(whole).not.toContain('more:');
  });

  it('annotates the first fifty of each kind on GitHub, errors first', () => {
    const annotations = githubAnnotations(long, 'content').trim().split('\n');
    expect(annotations).toHaveLength(100);
    expect(annotations.findLastIndex((line) => line.startsWith('::error '))).toBe(49);
  });
});

it('two hundred problems are still shown by file, each of them', () => {
  const report = formatReport(many(200, 'length', 'warning'), center, { colour: false });
  expect(report.match(/found +number/g)).toHaveLength(200);
  expect(report).not.toContain('--explain');
});
