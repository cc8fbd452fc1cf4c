import type { Page } from '../../markdown/system.ts';
import { walkCode } from '../code-module.ts';
import { type KnownNames, type Static, staticValue } from '../static-value.ts';
import { type ComponentRule, jsxText, type MdxExpression } from './component.ts';
import type { Imported, MdxDocument } from './modules.ts';

/** What a system says about its MDX. */
export interface MdxRules {
  /** Folders from the top by the beginning of an import: `@site/` is `website/`; `/` is the top of the site. */
  aliases: Record<string, string>;
  /** The usual spelling of an address that the system has one of its own for: `pathname:///a`. */
  address?(url: string): string;
  /** Components of the system itself, before those that all have. */
  rule?: ComponentRule;
  /** What expressions may use beside what the page imports and exports: `frontMatter`. */
  values?: Record<string, unknown>;
}

/** A document that is being written, and where it is used. */
export interface Use {
  page: Pick<Page, 'file' | 'notes' | 'parts'>;
  rules: MdxRules;
  /** What is noted already. */
  known: Set<string>;
  /** The parts that are being written, the outermost first. */
  open: MdxDocument[];
  /** What the part was given. */
  properties: ReadonlyMap<string, unknown>;
  /** What stood in the element that the part was used as. */
  children?: string;
}

/** The text of a template on its own, with the margins that parsers take off its lines. */
export function templateIn(source: string): string | undefined {
  const text = /^\{\s*`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`\s*\}$/.exec(source)?.[1];
  return text?.replace(/\\([`\\$])/g, '$1').replaceAll('\\n', '\n');
}

/** What an expression shows; undefined when only the running site knew. */
export function wordsOf(node: MdxExpression, names: KnownNames): { words: string; isChildren?: boolean } | undefined {
  const [statement] = node.data?.estree?.body ?? [];
  // A comment.
  if (!statement) return { words: '' };
  if (statement.type !== 'ExpressionStatement') return undefined;
  const { expression } = statement;
  const known = staticValue(expression, names);
  if (known?.value === childrenOfUse) return { words: '', isChildren: true };
  if (known) {
    const values = Array.isArray(known.value) ? (known.value as unknown[]) : [known.value];
    if (values.every((value) => typeof value !== 'object' || value === null))
      return { words: values.filter((value) => typeof value === 'string' || typeof value === 'number').join('') };
  }
  const words = jsxText(expression, names);
  return words === undefined ? undefined : { words };
}

/** The words that a program has in its own elements. */
export function wordsInside(node: MdxExpression): string {
  const words: string[] = [];
  walkCode([node.data?.estree?.body], ({ type, value }) => {
    if (type === 'JSXText' && typeof value === 'string') words.push(value);
  });
  return words.join(' ').replace(/\s+/g, ' ').trim();
}

/** Stands for `{props.children}`. */
const childrenOfUse = Symbol('children');

/** The values of the names that expressions in a document use. */
export function namesIn(document: MdxDocument, use: Use): KnownNames {
  const busy = new Set<string>();
  const names: KnownNames = {
    variable(name) {
      if (busy.has(name) || busy.size > 50) return undefined;
      if (name === 'props') return { value: { ...Object.fromEntries(use.properties), children: childrenOfUse } };
      if (name === 'frontMatter' || name === 'frontmatter') return { value: use.open[0]?.front ?? document.front };
      if (use.rules.values && name in use.rules.values) return { value: use.rules.values[name] };
      const imported = document.imports.get(name);
      if (imported) return importedValue(imported);
      if (document.exports.has(name)) {
        busy.add(name);
        const value = staticValue(document.exports.get(name), names);
        busy.delete(name);
        return value;
      }
      // Some systems give parts their variables without `props.`.
      return use.properties.has(name) ? { value: use.properties.get(name) } : undefined;
    },
  };
  return names;
}

function importedValue(imported: Imported): Static | undefined {
  if (imported.kind === 'value') return imported.value;
  if (imported.kind === 'picture') return { value: imported.address };
  if (imported.kind !== 'part') return undefined;
  if (imported.name === 'frontMatter') return { value: imported.document.front };
  const given = imported.document.exports.get(imported.name);
  return given === undefined ? undefined : staticValue(given, { variable: () => undefined });
}
