import { readSources } from '../../../../src/content/insert/read-sources.ts';
import { listFiles } from '../../../../src/content/list-files.ts';
import type { Variable } from '../../../../src/schemas/variables.ts';
import type { Conversion } from '../convert/conversion.ts';
import type { SourceSite } from '../sources/source.ts';
import type { PlannedFile } from './article-file.ts';
import type { snippetFiles } from './snippet-files.ts';
import type { ImportState } from './state.ts';
import { variableFile } from './variable-file.ts';

/** Puts variables into articles and snippets where values are marked in them. */
export async function withVariables(
  site: SourceSite,
  { files, conversions }: ReturnType<typeof snippetFiles>,
  out: string,
  own: ImportState['files'],
): Promise<{ files: PlannedFile[]; conversions: Conversion[] }> {
  const texts = [
    ...conversions.map(({ markdown }, index) => ({ markdown, locale: site.articles[index]?.locale ?? '' })),
    ...files.map(({ text, path }) => ({
      markdown: text,
      locale: path.split('/')[1] ?? '',
      parameters: [...text.matchAll(/:var\{([^{}]*)\}/g)].map(([, name = '']) => name),
    })),
  ];
  const made = variableFile(site, texts, await ownersVariables(out, own));
  return {
    files: [
      ...(made.file ? [made.file] : []),
      ...files.map((file, index) => ({ ...file, text: made.texts[conversions.length + index] ?? file.text })),
    ],
    conversions: conversions.map((each, index) => ({ ...each, markdown: made.texts[index] ?? each.markdown })),
  };
}

/** What is in variables.yaml; undefined when there is none, or this import wrote it. */
async function ownersVariables(
  out: string,
  files: ImportState['files'],
): Promise<ReadonlyMap<string, Variable> | undefined> {
  const present = (await listFiles(out)).files.filter((file) => file === 'variables.yaml');
  if (present.length === 0 || files.variables) return undefined;
  return (await readSources(out, present, 'en')).sources.variables.values;
}
