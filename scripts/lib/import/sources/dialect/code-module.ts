import { parse } from '@babel/parser';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';
import type { Static } from './static-value.ts';

/** A file of code: what it declares, imports and exports, each as the expression that it is written as. */
export interface CodeModule {
  file: string;
  /** The statements; none for JSON. */
  body: RawRecord[];
  json?: Static;
  /** What it imports. */
  sources: string[];
  /** Expressions of its variables, by name, and what it exports. */
  variables: Map<string, unknown>;
  imports: Map<string, { source: string; name: string }>;
  exports: Map<string, unknown>;
}

/** Parses a file of JavaScript, TypeScript or JSON; one that cannot be parsed declares nothing. */
export function parseCode(file: string, text: string): CodeModule {
  const module: CodeModule = {
    file,
    body: [],
    sources: [],
    variables: new Map(),
    imports: new Map(),
    exports: new Map(),
  };
  try {
    if (/\.json5?$/i.test(file)) return { ...module, json: { value: JSON.parse(text) as unknown } };
    const { program } = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      plugins: ['estree', 'typescript', ...(/\.[mc]?ts$/i.test(file) ? [] : (['jsx'] as const))],
    });
    module.body = (program.body as unknown[]).filter(isRecord);
  } catch {
    // A file that cannot be parsed says nothing; the site is read by its folders.
    return module;
  }
  for (const statement of module.body) declare(module, statement);
  walkCode(module.body, (node) => {
    const callee = node.type === 'CallExpression' && isRecord(node.callee) ? node.callee.name : undefined;
    const [first] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
    if (callee === 'require' && isRecord(first) && typeof first.value === 'string') module.sources.push(first.value);
  });
  return module;
}

function declare(module: CodeModule, statement: RawRecord): void {
  if (statement.type === 'ImportDeclaration' && isRecord(statement.source)) {
    const source = String(statement.source.value);
    module.sources.push(source);
    for (const specifier of recordsIn(statement.specifiers)) {
      const imported = isRecord(specifier.imported) ? specifier.imported.name : 'default';
      if (isRecord(specifier.local))
        module.imports.set(String(specifier.local.name), { source, name: String(imported) });
    }
  }
  if (statement.type === 'ExportDefaultDeclaration') module.exports.set('default', statement.declaration);
  if (statement.type === 'ExportNamedDeclaration') {
    for (const { exported, local } of recordsIn(statement.specifiers))
      if (isRecord(exported)) module.exports.set(String(exported.name), local);
    for (const name of declareVariables(module, statement.declaration))
      module.exports.set(name, { type: 'Identifier', name });
  }
  if (statement.type === 'ExpressionStatement' && isRecord(statement.expression)) {
    const { type, left, right } = statement.expression;
    if (type === 'AssignmentExpression' && isRecord(left) && isRecord(left.object) && isRecord(left.property)) {
      if (left.object.name === 'module') module.exports.set('default', right);
      else if (left.object.name === 'exports') module.exports.set(String(left.property.name), right);
    }
  }
  declareVariables(module, statement);
}

/** Takes down the variables and functions of a statement, and gives their names. */
export function declareVariables(module: CodeModule, statement: unknown): string[] {
  if (!isRecord(statement)) return [];
  if (statement.type === 'FunctionDeclaration' && isRecord(statement.id)) {
    module.variables.set(String(statement.id.name), statement);
    return [String(statement.id.name)];
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return recordsIn(statement.declarations).flatMap(({ id, init }) => {
    if (!isRecord(id) || typeof id.name !== 'string') return [];
    module.variables.set(id.name, init);
    return [id.name];
  });
}

/** All nodes below some nodes, in the order of the text. */
export function walkCode(roots: readonly unknown[], visit: (node: RawRecord) => void): void {
  const waiting: unknown[] = roots.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (Array.isArray(node)) waiting.push(...(node as unknown[]).toReversed());
    else if (isRecord(node)) {
      if (typeof node.type === 'string') visit(node);
      const { loc: _place, ...rest } = node;
      waiting.push(
        ...Object.values(rest)
          .filter((child) => typeof child === 'object' && child !== null)
          .toReversed(),
      );
    }
  }
}
