import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexError } from '../../../../../src/search/core/format/index-error.ts';
import { readVariants, type VariantRun } from '../../../../../src/search/core/variants/variants-column.ts';
import { writeVariants } from '../../../../../src/search/indexer/write/format/variants-column.ts';
import { article, build } from '../../small-site.ts';
import { device } from './device.ts';

const SECTIONS = 500;
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const columns = fc.uniqueArray(name, { minLength: 1, maxLength: 8 }).chain((names) =>
  fc.record({
    choices: fc
      .array(fc.record({ name, label: fc.string() }), {
        minLength: 1,
        maxLength: 3,
      })
      .chain((choices) =>
        fc
          .record({
            labels: fc.array(fc.string(), { minLength: names.length, maxLength: names.length }),
            signs: fc.string(),
          })
          .map(({ labels, signs }) =>
            choices.map((choice, place) => ({
              ...choice,
              values: names.flatMap((value, at) =>
                at % choices.length === place ? [{ name: value, label: labels[at]!, signs }] : [],
              ),
            })),
          ),
      ),
    runs: fc
      .array(
        fc.record({
          gap: fc.nat(9),
          sections: fc.integer({ min: 1, max: 9 }),
          values: fc.subarray(names, { minLength: 1 }),
        }),
        { maxLength: 20 },
      )
      .map((parts) => {
        let end = 0;
        return parts.map(({ gap, sections, values }): VariantRun => {
          const first = end + gap;
          end = first + sections;
          return { first, sections, values };
        });
      }),
  }),
);

describe('what an index says of variants', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(columns, (column) => {
        expect(readVariants(writeVariants(column), 'core.bin', SECTIONS)).toEqual(column);
      }),
    );
  });

  it('is itself or an IndexError, however it was damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          const { runs } = readVariants(bytes, 'core.bin', SECTIONS);
          for (const { first, sections } of runs) expect(first + sections).toBeLessThanOrEqual(SECTIONS);
        } catch (error) {
          expect(error).toBeInstanceOf(IndexError);
        }
      }),
    );
  });

  it('names a section that the index has not', () => {
    const written = writeVariants({ choices: [device], runs: [{ first: 3, sections: 2, values: ['ios'] }] });
    expect(() => readVariants(written, 'en.1/core.bin', 4)).toThrow(
      'Search index file en.1/core.bin: found a section 4, expected a number below 4.',
    );
  });

  it('is written for no value that is in no choice', () => {
    const column = { choices: [device], runs: [{ first: 0, sections: 1, values: ['palm'] }] };
    expect(() => writeVariants(column)).toThrow('No choice has the value palm.');
  });

  it('takes no byte of an index whose texts are for everybody, whatever the site offers to choose', async () => {
    const documents = [article('unlock', 'Unlock a bike', 'Scan the code.', { Then: 'Ride.' })];
    const [plain, offering] = [await build(documents), await build(documents, { choices: [device] })];
    expect([...offering.files]).toEqual([...plain.files]);
    expect(offering.manifest).toEqual(plain.manifest);
  });
});
