import { posix } from 'node:path';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, recordsIn } from '../records.ts';
import { type CodeModule, declareVariables, parseCode, walkCode } from './code-module.ts';
import { type KnownNames, type Static, staticValue } from './static-value.ts';

/** What a configuration file in JavaScript or TypeScript says, as far as it can be known without running it. */
export interface StaticConfig {
  /** What it exports as a whole: `export default …`, `module.exports = …`, or the whole of a JSON file. */
  main: unknown;
  /** What it exports under a name. */
  exported(name: string): unknown;
  /** The first thing given to the first call of a function of this name, anywhere: `starlight({ … })`. */
  call(name: string): unknown;
}

/** Most files that one configuration is put together from. */
const mostFiles = 40;

/**
 * Reads a configuration file, and the files beside it that it imports. Nothing is run: see static-value.ts for what is
 * understood; all else is undefined in its place. Undefined when there is no such file or it is no code at all.
 */
export async function readStaticConfig(tree: SourceTree, file: string): Promise<StaticConfig | undefined> {
  const modules = new Map<string, CodeModule>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined && modules.size < mostFiles; next = waiting.pop()) {
    if (modules.has(next)) continue;
    const module = parseCode(next, (await tree.text(next)) ?? '');
    modules.set(next, module);
    for (const source of module.sources) {
      const found = resolveModule(tree, next, source);
      if (found) waiting.push(found);
    }
  }
  if (!tree.has(file)) return undefined;
  return configOf(file, (from, source) => modules.get(resolveModule(tree, from, source) ?? ''), modules);
}

function configOf(
  file: string,
  find: (from: string, source: string) => CodeModule | undefined,
  modules: ReadonlyMap<string, CodeModule>,
): StaticConfig {
  const busy = new Set<string>();
  const known = new Map<string, Static | undefined>();
  /** Each is worked out once; one that needs itself is unknown. */
  const once = (key: string, work: () => Static | undefined): Static | undefined => {
    if (known.has(key) || busy.has(key) || busy.size > 200) return known.get(key);
    busy.add(key);
    known.set(key, work());
    busy.delete(key);
    return known.get(key);
  };
  const namesIn = (module: CodeModule): KnownNames => ({
    variable(name) {
      return once(`${module.file}\0${name}`, () => {
        const imported = module.imports.get(name);
        const from = imported && find(module.file, imported.source);
        if (from) return exportOf(from, imported.name);
        // An imported picture or text is known by its address.
        if (imported) return /^\.{0,2}\/|^@/.test(imported.source) ? { value: imported.source } : undefined;
        return made(module, module.variables.get(name));
      });
    },
    required(source) {
      const from = find(module.file, source);
      return from && exportOf(from, 'default');
    },
  });
  /** What an expression gives; a function gives what it returns in the end. */
  const made = (module: CodeModule, node: unknown): Static | undefined => {
    if (!isRecord(node)) return undefined;
    const isName = node.type === 'Identifier' && module.variables.has(String(node.name));
    const expression = isName ? module.variables.get(String(node.name)) : node;
    const body = isRecord(expression) && /Function/.test(String(expression.type)) ? expression.body : undefined;
    if (!isRecord(body)) return staticValue(node, namesIn(module));
    if (body.type !== 'BlockStatement') return staticValue(body, namesIn(module));
    const statements = recordsIn(body.body);
    const local: CodeModule = {
      ...module,
      file: `${module.file}\0${String(body.start)}`,
      variables: new Map(module.variables),
    };
    for (const statement of statements) declareVariables(local, statement);
    return staticValue(statements.findLast(({ type }) => type === 'ReturnStatement')?.argument, namesIn(local));
  };
  const exportOf = (module: CodeModule, name: string): Static | undefined =>
    once(`${module.file}\0\0${name}`, () => {
      const whole = name === 'default' ? (module.json ?? made(module, module.exports.get('default'))) : undefined;
      const part = module.exports.get(name);
      return whole ?? (part === undefined ? undefined : made(module, part));
    });
  const module = modules.get(file);
  return {
    main: module && exportOf(module, 'default')?.value,
    exported: (name) => module && exportOf(module, name)?.value,
    call(name) {
      let argument: unknown;
      if (module)
        walkCode(module.body, (node) => {
          if (argument !== undefined || node.type !== 'CallExpression' || !isRecord(node.callee)) return;
          if (node.callee.name === name && Array.isArray(node.arguments)) argument = (node.arguments as unknown[])[0];
        });
      return module && made(module, argument)?.value;
    },
  };
}

/** The file that an import from beside it means. */
function resolveModule(tree: SourceTree, from: string, source: string): string | undefined {
  if (!/^\.{1,2}\//.test(source)) return undefined;
  const path = posix.join(posix.dirname(from), source);
  const bare = path.replace(/\.[mc]?js$/, '');
  const endings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'];
  return [path, ...endings.map((ending) => `${bare}.${ending}`), ...endings.map((ending) => `${path}/index.${ending}`)]
    .filter((file) => /\.(?:[mc]?[jt]s|json)$/i.test(file))
    .find((file) => tree.has(file));
}
