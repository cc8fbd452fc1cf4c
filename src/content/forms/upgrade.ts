import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import settings from '../../../package.json' with { type: 'json' };
import { isArticlePath } from '../article-paths.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { readTextFile } from '../text-file.ts';
import type { Problem } from '../types.ts';
import { parseYaml } from '../yaml.ts';
import { yamlExcess } from '../yaml-limits.ts';
import { currentForm, FORM_STEPS, type FormFinding, type FormStep } from './form-steps.ts';

const SITE = 'site.yaml';

/** What keeps content from being read as content of the newest form, and what mends it. */
export interface FormState {
  /** The form that site.yaml states; 1 where it states none, undefined where it can't be known. */
  form: number | undefined;
  /** What is written as it was in a former form, and a form that is newer than this code. */
  problems: Problem[];
  /** New texts of the files that bring the content up to the newest form, by path below the content folder. */
  texts: Map<string, string>;
}

/**
 * Finds out which form content has, and what is to be changed in it. Nothing is written. Files that cannot be read or
 * parsed are left to whoever reads them next.
 *
 * @param files Every file below `root`.
 */
export async function formOf(
  root: string,
  files: readonly string[],
  steps: readonly FormStep[] = FORM_STEPS,
): Promise<FormState> {
  const state: FormState = { form: undefined, problems: [], texts: new Map() };
  const site = files.includes(SITE) ? await readTextFile(root, SITE) : undefined;
  if (!site || 'problem' in site) return state;
  const stated = parseYaml(withoutMark(site.text), SITE);
  const form = statedForm(stated.data);
  if (stated.problems.length > 0 || form === undefined) return state;
  state.form = form;
  const newest = currentForm(steps);
  if (form > newest) state.problems.push({ ...tooNew(form, newest), ...stated.pointOf(['form']) });
  if (form > newest) return state;

  const due = steps.slice(form - 1).flat();
  for (const file of files) {
    const changes = due.filter((change) => change.concerns(file));
    if (changes.length === 0) continue;
    const read = await readTextFile(root, file);
    const part = 'problem' in read ? undefined : yamlPart(file, read.text);
    if (!part) continue;
    const findings = changes.flatMap((change) => change.apply(part.document));
    if (findings.length === 0) continue;
    state.problems.push(...findings.map((finding) => writtenAsBefore(file, finding, part, newest)));
    state.texts.set(file, part.changed());
  }
  const number = isWritten(stated.data, newest) ? undefined : withForm(state.texts.get(SITE) ?? site.text, newest);
  if (number !== undefined) state.texts.set(SITE, number);
  return state;
}

/**
 * Brings content up to the newest form. The number is written last, so that what was stopped half way is begun anew.
 * @returns The files that were changed, below `root`.
 */
export async function upgradeForm(
  root: string,
  files: readonly string[],
  steps: readonly FormStep[] = FORM_STEPS,
): Promise<string[]> {
  const { texts } = await formOf(root, files, steps);
  const paths = [...texts.keys()].sort((a, b) => Number(a === SITE) - Number(b === SITE));
  for (const file of paths) await writeFile(join(root, file), texts.get(file)!);
  return paths;
}

/** What is stated; 1 for content that states none. Undefined for what is no form: the schema says what it should be. */
function statedForm(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { form = 1 } = data as { form?: unknown };
  return typeof form === 'number' && Number.isInteger(form) && form >= 1 ? form : undefined;
}

function isWritten(data: unknown, form: number): boolean {
  return (data as { form?: unknown }).form === form;
}

interface YamlPart {
  document: Document;
  /** The line of the file for a place in the YAML. */
  lineAt(offset: number): number;
  /** The file with the document as it is now. */
  changed(): string;
}

/** The YAML of a file, or of an article's front matter. */
function yamlPart(file: string, text: string): YamlPart | undefined {
  const cut = isArticlePath(file) ? splitFrontMatter(text) : undefined;
  const yaml = cut ? cut.yaml : withoutMark(text).replace(/\r\n?/g, '\n');
  if (yaml === undefined || cut?.unclosed || yamlExcess(yaml)) return undefined;
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, logLevel: 'silent', stringKeys: true });
  if (document.errors.length > 0) return undefined;
  const firstLine = cut?.yamlLine ?? 1;
  return {
    document,
    lineAt: (offset) => lineCounter.linePos(offset).line + firstLine - 1,
    changed() {
      const padded = !/[[{](?=[^\s\]}])/.test(yaml);
      const now = document.toString({ lineWidth: 0, flowCollectionPadding: padded });
      if (!cut) return withLineEnds(now, text);
      const lines = text.replace(/\r\n?/g, '\n').split('\n');
      lines.splice(firstLine - 1, yaml.split('\n').length, ...now.trimEnd().split('\n'));
      return withLineEnds(lines.join('\n'), text);
    },
  };
}

/** The text with the byte order mark and the line ends that the file had. */
function withLineEnds(text: string, former: string): string {
  const ends = former.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return former.startsWith('\uFEFF') && !ends.startsWith('\uFEFF') ? `\uFEFF${ends}` : ends;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** site.yaml with the number of its form, everything else as it was: in place of the former number, else as the first field. */
function withForm(text: string, form: number): string | undefined {
  const plain = withoutMark(text);
  const document = parseDocument(plain, { stringKeys: true });
  if (!isMap(document.contents) || document.contents.flow) return undefined;
  const [mark, end] = [text.slice(0, text.length - plain.length), plain.includes('\r\n') ? '\r\n' : '\n'];
  const former = document.get('form', true);
  if (isScalar(former) && former.range)
    return `${mark}${plain.slice(0, former.range[0])}${form}${plain.slice(former.range[1])}`;
  const first = document.contents.items[0]?.key;
  if (!isNode(first) || !first.range) return undefined;
  return `${mark}${plain.slice(0, first.range[0])}form: ${form}${end}${plain.slice(first.range[0])}`;
}

function writtenAsBefore(file: string, finding: FormFinding, part: YamlPart, newest: number): Problem {
  const offset = finding.at?.range?.[0];
  return {
    file,
    line: offset === undefined ? 1 : part.lineAt(offset),
    rule: 'form',
    field: finding.field,
    found: finding.found,
    expected: finding.expected,
    remedy: `Run npm run check -- --fix; it brings all of the content up to form ${newest}.`,
    severity: 'error',
  };
}

function tooNew(form: number, newest: number): Problem {
  return {
    file: SITE,
    line: 1,
    rule: 'form',
    field: 'form',
    found: `form ${form} of content`,
    expected: `form ${newest}, the newest that Signpost ${settings.version} knows`,
    remedy: `Use a version of Signpost after ${settings.version}: the one that its CHANGELOG.md names with form ${form}, or a newer one.`,
    severity: 'error',
  };
}
