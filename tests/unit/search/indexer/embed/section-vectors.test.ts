import { expect, it, vi } from 'vitest';
import { sectionVectors } from '../../../../../src/search/indexer/embed/section-vectors.ts';
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
