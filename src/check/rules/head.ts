import { Script } from 'node:vm';
import type { Problem } from '../../content/types.ts';
import type { HeadEntry } from '../../schemas/head.ts';
import { headSources } from '../../site/head-sources.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

export const head: Rule = {
  name: 'head',
  ensures: 'Whoever reviews the content reads what runs on every page, and whom pages talk to.',
  always: true,
  check({ center }) {
    return (center.site?.head ?? []).flatMap((entry, index) =>
      findings(entry).map(({ field, ...finding }): Problem => {
        const path = ['head', index, ...(field ? [field] : [])];
        return {
          file: 'site.yaml',
          ...pointInYaml(center.root, 'site.yaml', path),
          rule: 'head',
          field: path.join('.'),
          ...finding,
        };
      }),
    );
  },
};

type Finding = Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'> & { field: keyof HeadEntry };

function findings(entry: HeadEntry): Finding[] {
  const { scripts, connect, images, preconnect } = headSources(entry);
  const page = entry.widget ? 'every page (in frames on other sites too)' : 'every page';
  const own = entry.src?.startsWith('/') ? [entry.src] : [];
  return [
    ...inlined(entry, page),
    ...note('src', [...own, ...originsOf(scripts)], (who) => `site.yaml lets ${who} run scripts on ${page}`, TRUSTED),
    ...note('connect', connect, (who) => `site.yaml lets scripts on ${page} talk to ${who}`, TOLD),
    ...note('images', images, (who) => `site.yaml lets scripts on ${page} load pictures from ${who}`, TOLD),
    ...note('href', preconnect, (who) => `site.yaml lets ${page} get in touch with ${who}`, TOLD),
  ];
}

const TRUSTED = 'somebody who is trusted with all that visitors read and type here';
const TOLD = 'a host that visitors are told of, since it sees who comes';

function note(
  field: keyof HeadEntry,
  origins: readonly string[],
  say: (origins: string) => string,
  expected: string,
): Finding[] {
  if (origins.length === 0) return [];
  const found = say([...new Set(origins)].join(', '));
  return [{ field, found, expected, remedy: 'Leave it if that is meant, else remove it.', severity: 'note' }];
}

/** The text is compiled and not run. */
function inlined({ inline }: HeadEntry, page: string): Finding[] {
  if (inline === undefined) return [];
  try {
    new Script(inline);
  } catch (error) {
    return [
      {
        field: 'inline',
        found: `a script that browsers cannot read (${error instanceof Error ? error.message : String(error)})`,
        expected: 'JavaScript',
        remedy: 'Correct the script, or copy it again from where it is from.',
        severity: 'error',
      },
    ];
  }
  return note(
    'inline',
    [`a script of ${inline.length} characters`],
    (what) => `site.yaml lets ${what} run on ${page}`,
    TRUSTED,
  );
}

function originsOf(addresses: readonly string[]): string[] {
  return addresses.map((address) => /^https:\/\/[^/]+/.exec(address)?.[0] ?? address);
}
