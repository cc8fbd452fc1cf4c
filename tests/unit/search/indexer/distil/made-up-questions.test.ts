import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../../../src/search/indexer/distil/phrases/phrases-of.ts';
import { questionSpans } from '../../../../../src/search/indexer/distil/question-spans.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import { siteQuestions } from '../../../../../src/search/indexer/distil/site-questions.ts';
import { indexSections } from '../../../../../src/search/indexer/index-document.ts';
import { article } from '../../small-site.ts';

const hashOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);

describe('made-up questions', () => {
  // The prior that comes with the project was learned from these.
  it('in English are the same as ever for the same seed', async () => {
    expect(hashOf(questionSpans(20_000, phrasesOf('en')!, seededRandom('questions')))).toBe('b23c6fe57aeafa2c');
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
    expect(hashOf(await siteQuestions(indexSections(site), 'en'))).toBe('c498d52f1c024b5d');
  });
});
