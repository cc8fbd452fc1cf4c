import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

export interface SplitText {
  fields: Record<string, unknown>;
  body: string;
  /** Why the front matter could not be read; the fields are then empty. */
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
    const fields = match[1] === '+++' ? parseToml(inner) : readYaml(inner);
    if (fields === null || fields === undefined) return { fields: {}, body: inner.trim() ? text : body };
    if (typeof fields !== 'object' || Array.isArray(fields)) return { fields: {}, body: text };
    return { fields: fields as Record<string, unknown>, body };
  } catch (error) {
    const looksLikeFields = /^[\w-]+\s*[:=]/m.test(inner);
    if (!looksLikeFields) return { fields: {}, body: text };
    return { fields: {}, body, problem: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' };
  }
}

function readYaml(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false, schema: 'core' });
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS({ maxAliasCount: 100 }) as unknown;
}
