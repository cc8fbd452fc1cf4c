import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mostRead, withPopular } from '../../../../scripts/lib/insights/popular.ts';

const visits = (counts: Record<string, number>) =>
  new Map(Object.entries(counts).map(([id, n]) => [id, { visits: n }]));

describe('the articles read most', () => {
  it('are those that most visits opened and the help center lists, at most eight', () => {
    const counts = visits({ a: 1, b: 9, gone: 99, c: 9, d: 2, e: 3, f: 4, g: 5, h: 6, i: 7, never: 0 });
    expect(mostRead(counts, new Set('abcdefghi'))).toEqual(['b', 'c', 'i', 'h', 'g', 'f', 'e', 'd']);
  });

  it('are none where fewer than three were opened', () => {
    expect(mostRead(visits({ a: 5, b: 4, gone: 3 }), new Set('ab'))).toEqual([]);
  });
});

describe('site.yaml with other popular articles', () => {
  it('keeps its comments, and the list its form', () => {
    const block =
      '# Ours\nname: Larkride\npopular:\n  - refunds # often asked\n  - pause\n\n# How to reach us\nbase: /\n';
    expect(withPopular(block, ['a', '2041'])).toBe(
      '# Ours\nname: Larkride\npopular:\n  - a\n  - "2041"\n\n# How to reach us\nbase: /\n',
    );
    expect(withPopular('popular: [refunds, pause] # often\nname: A\n', ['a'])).toBe('popular: [a] # often\nname: A\n');
  });

  it('gets a list where it had none, and keeps how its lines end', () => {
    expect(withPopular('name: A\r\n', ['a', 'b'])).toBe('name: A\r\npopular: [a, b]\r\n');
    expect(withPopular('name: A', ['a'])).toBe('name: A\npopular: [a]\n');
    expect(withPopular('popular:\nname: A\n', ['a'])).toBe('popular: [a]\nname: A\n');
    expect(withPopular('popular:\r\n- x\r\n- y\r\nname: A\r\n', ['a', 'b'])).toBe(
      'popular:\r\n- a\r\n- b\r\nname: A\r\n',
    );
  });

  it('reads back as these ids and what else there was', () => {
    const ids = (maxLength: number) =>
      fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/), { minLength: 1, maxLength });
    fc.assert(
      fc.property(
        ids(4),
        ids(8),
        fc.constantFrom('flow', 'block', 'none', 'last', 'comment'),
        fc.constantFrom('\n', '\r\n'),
        (before, after, form, end) => {
          const q = (id: string) => JSON.stringify(id);
          const lines = {
            flow: [`popular: [${before.map(q).join(', ')}]`, 'base: /', ''],
            block: ['popular:', ...before.map((id) => `  - ${q(id)}`), 'base: /', ''],
            none: ['base: /', ''],
            last: ['base: /', 'popular:', ...before.map((id) => `- ${q(id)}`)],
            comment: ['base: /', 'popular:', ...before.map((id) => `    - ${q(id)} # why`), '# end'],
          }[form];
          expect(parse(withPopular(lines.join(end), after))).toEqual({ base: '/', popular: after });
        },
      ),
    );
  });
});
