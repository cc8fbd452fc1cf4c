import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';

export interface SplitText {
  fields: Record<string, unknown>;
  body: string;
  /** What is wrong with the front matter; the fields are those that could be read. */
  problem?: string;
}

/**
 * Parts the front matter from the text: YAML between `---`, TOML between `+++`. A file that merely begins
 * with a rule has none: what follows it must be fields.
 */
export function splitFrontMatter(text: string): SplitText {
  const match = /^(---|\+\+\+)[ \t]*\n([\s\S]*?\n)??\1[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { fields: {}, body: text };
  const inner = match[2] ?? '';
  const body = text.slice(match[0].length);
  try {
    const { value: fields, problem } =
      match[1] === '+++' ? { value: parseToml(inner) as unknown, problem: undefined } : readYaml(inner);
    if (fields === null || fields === undefined) return { fields: {}, body: inner.trim() ? text : body };
    if (typeof fields !== 'object' || Array.isArray(fields)) return { fields: {}, body: text };
    return { fields: fields as Record<string, unknown>, body, problem };
  } catch (error) {
    const looksLikeFields = /^[\w-]+\s*[:=]/m.test(inner);
    if (!looksLikeFields) return { fields: {}, body: text };
    return { fields: {}, body, problem: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' };
  }
}

/** YAML with a mistake in it gives what can be read of it: better an odd field than no title. */
function readYaml(text: string): { value: unknown; problem?: string } {
  const excess = yamlExcess(text);
  if (excess) throw new Error(`${excess.found}, in line ${excess.line} of the front matter`);
  const document = parseDocument(text, { uniqueKeys: false, schema: 'core', stringKeys: true });
  // A closing bracket at the start of a line is wrong by the letter, common, and harmless.
  const error = document.errors.find(({ code }) => code !== 'BAD_INDENT');
  const value = document.toJS({ maxAliasCount: 100 }) as unknown;
  if (error && (typeof value !== 'object' || value === null)) throw error;
  return { value, problem: error?.message.split('\n')[0] };
}
