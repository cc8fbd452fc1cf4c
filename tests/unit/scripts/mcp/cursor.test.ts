import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../../scripts/lib/mcp/cursor.ts';

const key = (item: string): string => item;

describe('a list in pages', () => {
  it('gives each item once, whatever the size of a page', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 7 }), (items, size) => {
        const given: string[] = [];
        let cursor: string | undefined;
        do {
          const page = pageOf(items, key, cursor, size);
          given.push(...page.items);
          expect(page.items.length).toBeLessThanOrEqual(size);
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(given).toEqual(items);
      }),
    );
  });

  it('goes on behind the last item although others have come before it', () => {
    const { nextCursor } = pageOf(['b', 'c', 'd'], key, undefined, 2);
    expect(pageOf(['a', 'b', 'c', 'd'], key, nextCursor, 2)).toEqual({ items: ['d'] });
  });

  it.each(['zzz', '', Buffer.from('gone').toString('base64url')])(
    'refuses the cursor "%s", which it never gave',
    (cursor) => {
      expect(() => pageOf(['a', 'b'], key, cursor, 1)).toThrow(
        new Error(
          `cursor: "${cursor}" is none that this list gave, or its content has changed. Begin again without a cursor.`,
        ),
      );
    },
  );
});
