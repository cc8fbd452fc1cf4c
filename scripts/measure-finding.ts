import { Argument, Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { measurePins, pinTrial } from './lib/finding/measure-pins.ts';
import { measureSubjects, subjectsLine } from './lib/finding/measure-subjects.ts';
import { openSet } from './lib/finding/open-set.ts';
import { readSet } from './lib/relevance/read-set.ts';
import { relevanceTeachers } from './lib/relevance/run-relevance.ts';

const command = new Command('npm run measure-finding --')
  .description('Measures pinned answers, or what asking one question back brings, on retrieval sets.')
  .addArgument(new Argument('<what>', 'what is measured').choices(['pins', 'subjects']))
  .argument('<dir...>', 'folders of retrieval sets in one language each')
  .parse();

await measure(command.args).catch(fail);

async function measure([what, ...folders]: string[]): Promise<void> {
  const site = await readSite(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  const progress = terminalProgress(process.stderr);
  const teachers = relevanceTeachers({ settings, progress });
  for (const folder of folders) {
    const set = await readSet(typedPath(folder));
    const trial = what === 'pins' ? pinTrial(set) : undefined;
    const opened = await openSet(set, trial?.pins ?? [], teachers, progress);
    for (const tier of ['instant', 'deep'] as const) {
      if (!trial) {
        process.stdout.write(`${subjectsLine(set.name, tier, await measureSubjects(set, opened, tier))}\n`);
        continue;
      }
      const { right, wrongPerThousand } = await measurePins(trial, opened, tier);
      process.stdout.write(
        `${set.name}, ${tier}: ${trial.pins.length} pins; of ${trial.paraphrases.length} paraphrases ${Math.round(100 * right)} % pinned; of 1,000 pairs of a pin and another question ${wrongPerThousand.toFixed(2)}\n`,
      );
    }
  }
}
