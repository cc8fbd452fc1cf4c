import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKED_ORAMA_VERSION, STUBBED_MODULES, stubOrama } from '../../../../src/integrations/vite/stub-orama.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const orama = join(project, 'node_modules/@orama/orama');
const bundled = join(orama, 'dist/browser');

describe('the modules of Orama that are left out', () => {
  it('were read in the version that is installed', () => {
    const { version } = JSON.parse(readFileSync(join(orama, 'package.json'), 'utf8')) as { version: string };
    const hint = `Orama is ${version}, but src/integrations/vite/stub-orama.ts was checked with ${CHECKED_ORAMA_VERSION}. See whether methods/create.js, methods/search.js and methods/search-fulltext.js of the new version still do without the modules that it stubs, measure the bundle with and without the plugin, and write the new version and figures there.`;
    expect(version, hint).toBe(CHECKED_ORAMA_VERSION);
  });

  it.each(Object.entries(STUBBED_MODULES))('%s is there, and exports what its stub does', (module, names) => {
    const source = readFileSync(join(bundled, `${module}.js`), 'utf8');
    const exported = [...source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(exported).toEqual(expect.arrayContaining([...names]));
  });

  it.each(Object.entries(STUBBED_MODULES))(
    '%s has a stub for each name that the rest of create and search imports',
    (module, names) => {
      const wanted = reachedFrom(['methods/create', 'methods/search']).flatMap((file) =>
        importsOf(file).flatMap(({ from, imported }) => (from === module ? imported : [])),
      );
      expect(wanted).not.toEqual([]);
      expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    },
  );

  it('leave the rest of Orama as it is', () => {
    const { load } = stubOrama();
    expect(load(join(bundled, 'methods/create.js'))).toBeUndefined();
    expect(load(join(bundled, 'components/groups.js'))).toBe('export const getGroups = () => ({ create() {} });');
  });

  it('leave errors their names', async () => {
    const stub = stubOrama().load(join(bundled, 'errors.js'))!;
    const { createError } = (await import(`data:text/javascript,${encodeURIComponent(stub)}`)) as {
      createError: (code: string) => Error & { code: string };
    };
    const error = createError('INVALID_DOCUMENT');
    expect([error instanceof Error, error.message, error.code]).toEqual([
      true,
      'Orama: INVALID_DOCUMENT',
      'INVALID_DOCUMENT',
    ]);
  });
});

it('Orama is imported through its public entry points alone', () => {
  const inside = sourcesBelow('src')
    .concat(sourcesBelow('scripts'))
    .flatMap((file) =>
      [...readFileSync(join(project, file), 'utf8').matchAll(/(?:from|import\()\s*'(@orama\/orama\/[^']+)'/g)].map(
        ([, module]) => `${file}: ${module}`,
      ),
    );
  expect(inside).toEqual([]);
});

/** The modules that these lead to, without those that are stubbed and what only these lead to. */
function reachedFrom(modules: string[], reached = new Set<string>()): string[] {
  for (const module of modules) {
    if (reached.has(module) || module in STUBBED_MODULES) continue;
    reached.add(module);
    reachedFrom(
      importsOf(module).map(({ from }) => from),
      reached,
    );
  }
  return [...reached];
}

/** What a module imports from modules beside it; no names for a namespace. */
function importsOf(module: string): { from: string; imported: string[] }[] {
  const source = readFileSync(join(bundled, `${module}.js`), 'utf8');
  return [...source.matchAll(/^(?:import|export)\s+(.*?)\s+from '(\.[^']+)\.js'/gms)].map(([, names, path]) => ({
    from: relative(bundled, resolve(bundled, dirname(module), path!)),
    imported: [...(/\{([^}]*)\}/.exec(names!)?.[1] ?? '').matchAll(/(\w+)(?:\s+as\s+\w+)?\s*(?:,|$)/g)].map(
      ([, name]) => name!,
    ),
  }));
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}
