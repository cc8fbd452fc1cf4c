import { modelFor, type SearchSettings } from '../../../src/schemas/search-settings.ts';
import { TIERS, type Tier, type VectorKind } from '../../../src/search/core/types.ts';
import { seededRandom } from '../../../src/search/indexer/distil/seeded-random.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { type RelevanceSet, readSet } from '../relevance/read-set.ts';
import { relevanceTeachers } from '../relevance/run-relevance.ts';
import type { Observation } from './confidence-model.ts';
import { fitReport } from './fit-report.ts';
import { observe } from './observe.ts';
import { fittingTrials, type Trial, wholeTrial } from './trials.ts';

interface FitOptions {
  /** Folders of sets that only show what the fit is worth. */
  unseen: readonly string[];
  /** Only so many questions of each set, the first ones. */
  limit?: number;
  settings: SearchSettings;
  progress: ProgressSink;
  print: (text: string) => void;
}

/** Fixed, so that the same sets give the same halves and the same fit. */
const SEED = 'confidence';

/**
 * Fits the confidence on retrieval sets and prints the weights with what they are worth.
 * @throws Error for a folder that is no retrieval set.
 */
export async function runFit(folders: readonly string[], options: FitOptions): Promise<void> {
  const [sets, unseen] = await Promise.all([readSets(folders, options.limit), readSets(options.unseen, options.limit)]);
  const kind = kindOf([...sets, ...unseen], options.settings);
  const teachers = relevanceTeachers(options);
  const observeAll = async (trials: readonly Trial[]) => {
    const observations: Record<Tier, Observation[]> = { lexical: [], instant: [], deep: [] };
    for (const trial of trials) {
      const found = await observe(trial, teachers, options.progress);
      for (const tier of TIERS) observations[tier].push(...found[tier]);
    }
    return observations;
  };
  options.print(
    `${fitReport(await observeAll(fittingTrials(sets, seededRandom(SEED))), await observeAll(unseen.map(wholeTrial)), kind)}\n`,
  );
}

/**
 * The kind of the vectors of all sets.
 * @throws Error when they are of several: the weights of one kind say nothing of the other.
 */
function kindOf(sets: readonly RelevanceSet[], settings: SearchSettings): VectorKind {
  const kindOfSet = ({ documents, queries }: RelevanceSet): VectorKind => {
    const written = new Set(documents.map(({ lang = 'en' }) => lang));
    if (queries.some(({ lang }) => lang !== undefined && !written.has(lang))) return 'foreign';
    return modelFor(settings, documents[0]?.lang ?? 'en')?.centred ? 'centred' : 'plain';
  };
  const [kind = 'plain', ...others] = new Set(sets.map(kindOfSet));
  if (others.length === 0) return kind;
  const named = sets.map((set) => `${set.name} (${kindOfSet(set)})`).join(', ');
  throw new Error(
    `Found sets whose vectors are of several kinds: ${named}. Expected one kind, since each has weights of its own; fit them one after the other.`,
  );
}

function readSets(folders: readonly string[], limit: number | undefined): Promise<RelevanceSet[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const set = await readSet(folder);
      return { ...set, queries: set.queries.slice(0, limit) };
    }),
  );
}
