import pc from 'picocolors';
import { harmless } from '../../../src/check/report.ts';
import { inertText, LONGEST_BODY } from '../github/inert-text.ts';
import type { CheckedLink } from './check-links.ts';
import { KINDS, type Verdict } from './verdict.ts';

/** Of an address, in characters. */
const LONGEST_SHOWN = 300;

interface Group {
  title: string;
  /** What to do. */
  remedy: string;
  sign: string;
}

const GROUPS: Record<Exclude<Verdict['kind'], 'fine'>, Group> = {
  broken: {
    title: 'Broken',
    remedy: 'Link to another page, or remove the link.',
    sign: pc.red('✗'),
  },
  moved: {
    title: 'Moved for good',
    remedy: 'Visitors still arrive; write the new address before the old one ends.',
    sign: pc.yellow('→'),
  },
  unsure: {
    title: 'Not certain',
    remedy:
      'Open them in a browser; for hosts that turn programs away, name those that work in ignoredLinks of check.yaml.',
    sign: pc.yellow('?'),
  },
  unasked: {
    title: 'Not asked',
    remedy: 'Visitors may not get there either; if these are meant, name them in ignoredLinks of check.yaml.',
    sign: pc.yellow('-'),
  },
};

/** For a terminal: each address with what was found and the places that lead there, the worst first, then the sum. */
export function linksText(links: readonly CheckedLink[], ignored: number): string {
  const groups = grouped(links).map(
    ([{ title, remedy, sign }, own]) =>
      `${sign} ${pc.bold(`${title} (${own.length})`)} ${remedy}\n${own
        .map(
          ({ address, found, places }) =>
            `  ${shown(address)} ${shown(found)}\n${places.map(({ file, line }) => `      ${harmless(file)}:${line}\n`).join('')}`,
        )
        .join('')}\n`,
  );
  return `${groups.join('')}${sum(links, ignored)}\n`;
}

/** For an issue: a list with boxes to tick. What content and hosts say is text in it. '' when there is nothing to do. */
export function linksMarkdown(links: readonly CheckedLink[]): string {
  let left = LONGEST_BODY;
  let omitted = 0;
  const groups = grouped(links).flatMap(([{ title, remedy }, own]) => {
    const items = own.flatMap(({ address, found, places }) => {
      const item = `- [ ] ${inertText(shown(address))} ${inertText(shown(found))}: ${places.map(({ file, line }) => `${inertText(file)}, line ${line}`).join('; ')}\n`;
      left -= item.length;
      if (left >= 0) return [item];
      omitted += 1;
      return [];
    });
    return items.length > 0 ? [`## ${title}\n\n${remedy}\n\n${items.join('')}`] : [];
  });
  if (groups.length + omitted === 0) return '';
  const more = omitted > 0 ? `\n${omitted} more do not fit here; \`npm run links\` lists all of them.\n` : '';
  return `Links to other sites that need a look. This list is written anew each week.\n\n${groups.join('\n')}${more}`;
}

/** Without what moves a terminal's cursor, without a user's name and password, and no longer than one can read. */
function shown(text: string): string {
  const plain = harmless(text).replace(/(:\/\/)[^/?#@\s]*@/, '$1');
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}

function grouped(links: readonly CheckedLink[]): [Group, CheckedLink[]][] {
  return KINDS.flatMap((kind): [Group, CheckedLink[]][] => {
    const own = links.filter((link) => link.kind === kind);
    return kind === 'fine' || own.length === 0 ? [] : [[GROUPS[kind], own]];
  });
}

function sum(links: readonly CheckedLink[], ignored: number): string {
  const of = (kind: Verdict['kind']): number => links.filter((link) => link.kind === kind).length;
  const sign = of('broken') > 0 ? pc.red('✗') : pc.green('✓');
  const left = ignored > 0 ? ` ${ignored} more are in ignoredLinks of check.yaml.` : '';
  if (links.length === 0)
    return `${sign} No link leads to another site${ignored > 0 ? ` but the ${ignored} that ignoredLinks of check.yaml names` : ''}.`;
  return `${sign} ${links.length} ${links.length === 1 ? 'address' : 'addresses'} of other sites: ${of('broken')} broken, ${of('moved')} moved, ${of('unsure')} not certain, ${of('unasked')} not asked.${left} What follows # in them was not looked at.`;
}
