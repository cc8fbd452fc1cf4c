import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HelpCenter } from '../../../../src/content/types.ts';
import type { ProgressSink } from '../../../../src/terminal/progress.ts';
import { bulkFiles } from './bulk-files.ts';
import { embeddedLocales } from './embedded-sections.ts';
import { type Engine, engineIndex } from './engine-index.ts';

/** What was written for one locale. */
export interface WrittenLocale {
  /** Name of the index. */
  index: string;
  sections: number;
  /** Path of the request body that makes the index. */
  body: string;
  /** Paths of the request bodies that fill it, in order. */
  bulk: string[];
  /** What a question gets before it is embedded; undefined where there are no vectors. */
  questionPrefix?: string | undefined;
}

/**
 * Writes for an engine, by locale, the body of the request that makes an index and those that fill it, into a folder of the
 * engine's name that holds nothing else afterwards.
 * @throws ModelError when a model is not what the settings say.
 */
export async function writeEngine(
  center: HelpCenter,
  engine: Engine,
  out: string,
  progress: ProgressSink,
  tell?: (message: string) => void,
): Promise<WrittenLocale[]> {
  const folder = join(out, engine);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written: WrittenLocale[] = [];
  for await (const { locale, sections, dimensions, questionPrefix } of embeddedLocales(center, progress, tell)) {
    const index = `help-${locale.toLowerCase()}`;
    const body = join(folder, `${locale}.index.json`);
    await writeFile(body, `${JSON.stringify(engineIndex(engine, locale, dimensions), null, 2)}\n`);
    const bulk: string[] = [];
    for (const lines of bulkFiles(index, sections)) {
      const path = join(folder, `${locale}-${bulk.length + 1}.ndjson`);
      await writeFile(path, lines);
      bulk.push(path);
    }
    written.push({
      index,
      sections: sections.length,
      body,
      bulk,
      ...(dimensions !== undefined && { questionPrefix }),
    });
  }
  return written;
}
