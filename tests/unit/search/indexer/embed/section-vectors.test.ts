import { expect, it, vi } from 'vitest';
import { rowsOf } from '../../../../../src/search/indexer/embed/matrix.ts';
import { embedParts } from '../../../../../src/search/indexer/embed/section-parts.ts';
import {
  combineParts,
  sectionTextVectors,
  sectionVectors,
} from '../../../../../src/search/indexer/embed/section-vectors.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';
import { toyTeacher } from '../distil/toy-teacher.ts';

const silent = { start() {}, advance() {}, stop() {} };
const cancel = article('cancel', 'Cancel my order', 'Cancel the order.', { 'Lost money': 'The refund orders money.' });
const battery = article('battery', 'Charge the battery', 'The battery charges the bike.', { Lock: 'Reset the lock.' });
const sections = indexSections([cancel, battery]);

it('another teacher embeds all sections anew', async () => {
  const [sum, chance] = await Promise.all(
    (['sum', 'chance'] as const).map(async (meaning) =>
      (await sectionVectors(sections, { teacher: toyTeacher(meaning), progress: silent })).of(sections),
    ),
  );
  expect(chance).not.toEqual(sum);
});

it.each([false, true])(
  'gives the same vectors whether sections are embedded at once or one by one, and kept or not; centred: %s',
  async (centred) => {
    const teacher = { ...toyTeacher(), centred };
    for (const embed of [sectionVectors, sectionTextVectors]) {
      const whole = await embed(sections, { teacher, progress: silent });
      const vectors = await whole.of(sections);
      for (const windows of [
        { window: 1, kept: 0 },
        { window: 3, kept: 2 },
      ]) {
        const parted = await embed(sections, { teacher, progress: silent, windows });
        expect(parted.common).toEqual(whole.common);
        expect(await parted.of(sections)).toEqual(vectors);
        const seen: Float32Array[] = [];
        await parted.each(sections, (some, window, from) => {
          expect(window).toEqual(sections.slice(from, from + windows.window));
          seen.push(...some);
        });
        expect(seen).toEqual(vectors);
      }
    }
  },
);

it('embeds no section twice of a site that fits into memory', async () => {
  const teacher = toyTeacher();
  const embedded = await sectionVectors(sections, { teacher, progress: silent });
  const embed = vi.spyOn(teacher, 'embed');
  await embedded.each(sections, () => {});
  await embedded.of(sections.slice(1));
  expect(embed).not.toHaveBeenCalled();
});

it('what is kept of a section holds nothing of the texts that were embedded with it', async () => {
  const teacher = toyTeacher();
  const { dimensions } = teacher;
  // As the embedding cache gives them.
  const together = {
    ...teacher,
    async embed(texts: string[]) {
      const vectors = rowsOf(new Float32Array(texts.length * dimensions), dimensions);
      (await teacher.embed(texts)).forEach((vector, place) => vectors[place]!.set(vector));
      return vectors;
    },
  };
  const parts = await embedParts(sections, together, () => {});
  expect(await embedParts(sections, teacher, () => {})).toEqual(parts);
  for (const { text, titles } of parts)
    for (const { buffer } of [text, titles]) expect(buffer.byteLength).toBe(4 * dimensions * sections.length);
});

it('shows one step over all windows, counted in sections, and none where nothing has to be embedded', async () => {
  const calls: unknown[] = [];
  const progress = {
    start: (...of: unknown[]) => void calls.push(['start', ...of]),
    advance: (steps: number) => void calls.push(steps),
    stop: () => void calls.push('stop'),
  };
  const plain = toyTeacher();
  const teacher: typeof plain = {
    ...plain,
    embed(texts, options) {
      options?.onProgress?.(texts.length, texts.length);
      return plain.embed(texts, options);
    },
  };
  const windows = { window: 2, kept: 10 };
  const embedded = await sectionVectors(sections, { teacher, progress, windows });
  expect(calls).toEqual([['start', 'Embedding sections', 4], 2, 2, 'stop']);
  await embedded.each(sections, () => {});
  expect(calls).toHaveLength(4);
});

it('where what all have in common is taken off, titles are embedded as the questions that they are', async () => {
  const teacher = { ...toyTeacher(), centred: true };
  const embed = vi.spyOn(teacher, 'embed');
  await sectionVectors(indexSections([cancel]), { teacher, progress: silent });
  const kinds = embed.mock.calls.map(([texts, options]) => [options?.kind, texts]);
  expect(kinds).toEqual([
    ['passage', expect.arrayContaining(['Cancel my order\nCancel the order.', 'Cancel the order.'])],
    ['query', ['Cancel my order', 'Cancel my order\nLost money']],
  ]);
});

it('takes nothing off where that is not wanted, and what is known from before where it is', async () => {
  const teacher = { ...toyTeacher(), centred: true };
  const plain = await sectionVectors(sections, { teacher, progress: silent, centred: false });
  expect(plain.common).toBeUndefined();
  const { common } = await sectionVectors(sections, { teacher, progress: silent });
  const later = await sectionVectors(sections.slice(0, 1), { teacher, progress: silent, common });
  expect(later.common).toBe(common);
});

it('titles that an article has for four sections count half beside their texts, those of one section as much', async () => {
  const axis = (place: number) => Float32Array.from({ length: 3 }, (_, at) => (at === place ? 1 : 0));
  const parts = { text: axis(0), titles: axis(1), clauses: axis(2) };
  const none = { text: new Float32Array(3), titles: new Float32Array(3), clauses: new Float32Array(3) };
  const [shared, own] = [combineParts(parts, 4, none), combineParts(parts, 1, none)];
  expect(shared[1]! / shared[0]!).toBeCloseTo(0.5);
  expect(own[1]! / own[0]!).toBeCloseTo(1);
});

it('counts the sections that share their titles within an article', async () => {
  const teacher = { ...toyTeacher(), centred: true };
  const long = Array.from({ length: 4 }, (_, part) => ({
    document: cancel,
    anchor: '',
    headings: [],
    text: `Part ${part} of the order.`,
    lines: `Part ${part} of the order.`,
  }));
  const common = { text: new Float32Array(16), titles: new Float32Array(16), clauses: new Float32Array(16) };
  const [of, alone] = await Promise.all(
    [long, long.slice(0, 1)].map(async (some) =>
      (await sectionVectors(some, { teacher, progress: silent, common })).of(long.slice(0, 1)),
    ),
  );
  expect(of).not.toEqual(alone);
});
