import { expect, it, vi } from 'vitest';
import { combineParts, sectionParts, sectionVectors } from '../../../../../src/search/indexer/embed/section-vectors.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';
import { toyTeacher } from '../distil/toy-teacher.ts';

const silent = { start() {}, advance() {}, stop() {} };
const cancel = article('cancel', 'Cancel my order', 'Cancel the order.', { 'Lost money': 'The refund orders money.' });
const battery = article('battery', 'Charge the battery', 'The battery charges the bike.');
const edited = article('battery', 'Charge the battery', 'The battery charges the bike. Reset the lock.');

it('after an edit only the edited article is embedded, and all vectors are as if all were', async () => {
  const teacher = toyTeacher();
  await sectionVectors(indexSections([cancel, battery]), teacher, silent);
  const embed = vi.spyOn(teacher, 'embed');
  const vectors = await sectionVectors(indexSections([edited, cancel]), teacher, silent);

  expect(embed.mock.calls.flatMap(([texts]) => texts).join()).not.toContain('order');
  expect(vectors).toEqual(
    await sectionVectors(indexSections([edited, cancel].map((document) => ({ ...document }))), toyTeacher(), silent),
  );
});

it('another teacher embeds all sections anew', async () => {
  const sections = indexSections([cancel, battery]);
  const [sum, chance] = [
    await sectionVectors(sections, toyTeacher('sum'), silent),
    await sectionVectors(sections, toyTeacher('chance'), silent),
  ];
  expect(chance).not.toEqual(sum);
});

it('where what all have in common is taken off, titles are embedded as the questions that they are', async () => {
  const teacher = { ...toyTeacher(), centred: true };
  const embed = vi.spyOn(teacher, 'embed');
  await sectionVectors(indexSections([cancel]), teacher, silent);
  const kinds = embed.mock.calls.map(([texts, options]) => [options?.kind, texts]);
  expect(kinds).toEqual([
    ['passage', expect.arrayContaining(['Cancel my order\nCancel the order.', 'Cancel the order.'])],
    ['query', ['Cancel my order', 'Cancel my order\nLost money']],
  ]);
});

it('titles that an article has for four sections count half beside their texts, those of one section as much', async () => {
  const sections = Array.from({ length: 4 }, (_, part) => ({
    document: cancel,
    anchor: '',
    headings: [],
    text: `Part ${part} of the order.`,
    lines: `Part ${part} of the order.`,
  }));
  const [part] = await sectionParts(sections, toyTeacher(), silent);
  const [alone] = await sectionParts([sections[0]!], toyTeacher(), silent);
  expect([part?.alike, alone?.alike]).toEqual([4, 1]);
  const axis = (place: number) => Float32Array.from({ length: 3 }, (_, at) => (at === place ? 1 : 0));
  const parts = { text: axis(0), titles: axis(1), clauses: axis(2) };
  const none = { text: new Float32Array(3), titles: new Float32Array(3), clauses: new Float32Array(3) };
  const [shared, own] = combineParts(
    [
      { ...parts, alike: 4 },
      { ...parts, alike: 1 },
    ],
    none,
  );
  expect(shared![1]! / shared![0]!).toBeCloseTo(0.5);
  expect(own![1]! / own![0]!).toBeCloseTo(1);
});
