import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { emptyRecord } from '../../../../../src/site/own-value.ts';
import { withoutSlashes } from '../dialect/paths.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord } from '../records.ts';
import type { JekyllConfig } from './config.ts';

/** The files of `_data`, as `site.data` shows them: folders and names are keys. What cannot be read is not there. */
export async function readData(tree: SourceTree, config: JekyllConfig): Promise<Record<string, unknown>> {
  const setting = config.settings.data_dir;
  const folder = `${config.source}${typeof setting === 'string' ? withoutSlashes(setting) : '_data'}/`;
  const data = emptyRecord<unknown>();
  for (const file of tree.files) {
    if (!file.startsWith(folder)) continue;
    const [, path, ending] = /^(.*)\.(ya?ml|json|csv|tsv)$/i.exec(file.slice(folder.length)) ?? [];
    if (!path || !ending) continue;
    const value = readFile((await tree.text(file)) ?? '', ending.toLowerCase());
    if (value !== undefined) put(data, path.split('/'), value);
  }
  return data;
}

function readFile(text: string, ending: string): unknown {
  try {
    if (ending === 'csv' || ending === 'tsv') return readTable(text, ending === 'csv' ? ',' : '\t');
    if (ending === 'json') return JSON.parse(text);
    return yamlExcess(text) ? undefined : parseYaml(text, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

/** Rows as records, named by the first row. A cell in quotes may hold separators, line ends, and quotes written twice. */
function readTable(text: string, separator: string): Record<string, string>[] {
  const rows: string[][] = [['']];
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    const row = rows.at(-1) ?? [];
    const add = (letter: string): void => void (row[row.length - 1] += letter);
    if (sign === '"' && quoted && text.charAt(index + 1) === '"') {
      add('"');
      index++;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) row.push('');
    else if (sign === '\n' && !quoted) rows.push(['']);
    else add(sign);
  }
  const [names = [], ...others] = rows.filter((row) => row.some((cell) => cell !== ''));
  return others.map((row) => {
    const record = emptyRecord<string>();
    for (const [index, name] of names.entries()) record[name.trim()] = row[index] ?? '';
    return record;
  });
}

function put(data: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    data[name] = isRecord(data[name]) && isRecord(value) ? { ...data[name], ...value } : value;
    return;
  }
  const inner = isRecord(data[name]) ? data[name] : emptyRecord<unknown>();
  data[name] = inner;
  put(inner, rest, value);
}
