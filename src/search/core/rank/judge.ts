import type { SearchIndex } from '../index/search-index.ts';
import type { SemanticScores } from '../semantic/semantic-scorer.ts';
import type { VectorKind } from '../types.ts';
import { featuresOf, type Ranked } from './features.ts';
import type { Judgement } from './ranking.ts';
import { calibrate, type Features } from './verdict.ts';

/** What a ranking is judged by. */
interface Judged extends Omit<Ranked, 'cosines'> {
  /** What the meaning of the query was taken for, in one way or several: the surest counts. */
  ways: readonly (SemanticScores | undefined)[];
  exact: Pick<Features, 'exact' | 'unknownCode'>;
  /** Whether there is something else that may answer: that nothing does is not said then. */
  unsure: boolean;
}

/**
 * Whether the first article of a ranking answers. Of a large site it reads that article's title.
 * @throws never
 */
export async function judge(
  index: SearchIndex,
  { ways, exact, unsure, ...ranked }: Judged,
  kind: VectorKind,
): Promise<Judgement> {
  const judged = await Promise.all(
    ways.map(async (by) => {
      const features = { ...(await featuresOf(index, { ...ranked, cosines: by?.cosines })), ...exact };
      return { features, ...calibrate(features, by?.tier ?? 'lexical', kind) };
    }),
  );
  const [surest] = judged.sort((one, other) => other.confidence - one.confidence);
  const { features, verdict, confidence } = surest!;
  return { features, confidence, verdict: unsure && verdict === 'none' ? 'related' : verdict };
}
