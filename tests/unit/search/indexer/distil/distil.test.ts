import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { distil } from '../../../../../src/search/indexer/distil/distil.ts';
import { preparePrior } from '../../../../../src/search/indexer/distil/prior.ts';
import { POOR_FIT, type Student, studentWarning } from '../../../../../src/search/indexer/distil/student.ts';
import { sectionVectors } from '../../../../../src/search/indexer/embed/section-vectors.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';
import { toyTeacher } from './toy-teacher.ts';

const silent = { start() {}, advance() {}, stop() {} };
const site = [
  article('cancel', 'How do I cancel my order?', 'Cancel the order. The money is refunded to the card.', {
    'Lost money': 'The refund orders money. Refunds charge the card.',
  }),
  article('lost', 'My card: lost', 'Lock the lost card. Reset the password. Do lock the bike.'),
  article(
    'battery',
    'Charge the battery',
    'The battery charges the bike. How do I charge? Cards do charge. Reset my battery lock.',
  ),
];

async function taught(meaning: 'sum' | 'chance', documents = site): Promise<Student> {
  const cache = await mkdtemp(join(tmpdir(), 'distil-'));
  const teacher = toyTeacher(meaning);
  const sections = indexSections(documents);
  const vectors = await (await sectionVectors(sections, { teacher, progress: silent })).of(sections);
  return distil({
    locale: 'en',
    sections,
    vectors,
    teacher,
    progress: silent,
    prior: { cache, spans: { vocabulary: 300, questions: 300 } },
  });
}

describe('distil', () => {
  it('lets the teacher rest once it has embedded what is learned from', async () => {
    const teacher = toyTeacher();
    const calls: string[] = [];
    const sections = indexSections(site);
    const vectors = await (await sectionVectors(sections, { teacher, progress: silent })).of(sections);
    const prior = { cache: await mkdtemp(join(tmpdir(), 'distil-')), spans: { vocabulary: 300, questions: 300 } };
    await distil({ locale: 'en', sections, vectors, teacher, progress: silent, prior });
    const heard: typeof teacher = {
      ...teacher,
      embed: (...of) => {
        calls.push('embed');
        return teacher.embed(...of);
      },
      rest: () => void calls.push('rest'),
    };
    await distil({ locale: 'en', sections, vectors, teacher: heard, progress: silent, prior });
    expect(calls).toEqual(['embed', 'rest']);
  });

  it('gives the same student for the same sections, whether or not the prior was kept, and was read ahead', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'distil-'));
    const teacher = toyTeacher();
    const sections = indexSections(site);
    const vectors = await (await sectionVectors(sections, { teacher, progress: silent })).of(sections);
    const input = {
      locale: 'en',
      sections,
      vectors,
      teacher,
      progress: silent,
      prior: { cache, spans: { vocabulary: 300, questions: 300 } },
    };
    await preparePrior(teacher, { locale: 'en', ...input.prior });
    const first = await distil(input);
    expect(await distil(input)).toEqual(first);
    await preparePrior(teacher, { locale: 'en', ...input.prior });
    expect(await distil(input)).toEqual(first);
    expect(await taught('sum')).toEqual(first);
  });

  it('learns a teacher that is a sum of words, and reports how well', async () => {
    const { report } = await taught('sum');
    expect(report.heldOut).toBeGreaterThan(20);
    expect(report.heldOutCosine).toBeGreaterThan(0.95);
    expect(studentWarning(report, 'en')).toBeUndefined();
  });

  it('warns of a student that did not learn its teacher', async () => {
    const { report } = await taught('chance');
    expect(report.heldOutCosine).toBeLessThan(POOR_FIT);
    expect(studentWarning(report, 'fr')).toMatch(
      /^Search in "fr": the instant answers understand questions poorly \(cosine -?0\.\d\d to the model on \d+ held-out spans; 0\.6 or more is usual\)\./,
    );
  });

  it('warns nobody on the strength of one or two spans, as a language that is begun has them', () => {
    expect(studentWarning({ spans: 9, heldOut: 1, heldOutCosine: 0.5 }, 'sv')).toBeUndefined();
  });

  it('has a vector for every piece that people may type, said by the site or not', async () => {
    const { table } = await taught('sum', site.slice(0, 1));
    expect(table.map(([piece]) => piece)).toEqual(expect.arrayContaining(['battery', '##ed', '?']));
    for (const [, vector] of table) expect(vector.every(Number.isFinite)).toBe(true);
  });

  it('does not evaluate the pieces of a site without any article', async () => {
    const { table, report } = await distil({
      locale: 'en',
      sections: [],
      vectors: [],
      teacher: toyTeacher(),
      progress: silent,
      prior: { cache: await mkdtemp(join(tmpdir(), 'distil-')), spans: { vocabulary: 50, questions: 50 } },
    });
    expect(table).toEqual([]);
    expect(report).toEqual({ spans: 0, heldOut: 0, heldOutCosine: 0 });
  });
});
