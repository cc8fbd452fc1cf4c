import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../../content/did-you-mean.ts';
import type { Problem } from '../../content/types.ts';
import { SLOT_FOLDER, SLOT_VERSION, SLOTS, type SlotName, slotOf } from '../../site/slots.ts';
import type { Rule } from '../rule.ts';

/** How a component says which promise it was made for. */
const VERSION = /^ *export const slotVersion *=([^\n;]*)/m;

export const slots: Rule = {
  name: 'slots',
  ensures: 'Each component of the owner stands in for a part of pages, and was made for its props.',
  always: true,
  check({ center }) {
    return center.files.flatMap((file): Problem[] => {
      if (!file.startsWith(SLOT_FOLDER)) return [];
      const name = slotOf(file);
      const wrong = name === undefined ? unknown(file) : version(center.root, file);
      if (wrong) return [{ file, rule: 'slots', severity: 'error', ...wrong }];
      return [{ file, rule: 'slots', severity: 'note', ...told(name) }];
    });
  },
};

type Finding = Pick<Problem, 'line' | 'found' | 'expected' | 'remedy'>;

/** Whoever reviews a change of content does not expect code in it. */
function told(name: SlotName | undefined): Finding {
  return {
    line: 1,
    found: `a component that stands in for ${name}, and runs while the site is built`,
    expected: 'code by somebody who is trusted with the machine that builds',
    remedy: 'Leave it if that is meant, else remove it.',
  };
}

function unknown(file: string): Finding {
  const names = SLOTS.map((name) => `${name}.astro`);
  return {
    line: 1,
    found: 'a file that is the component of no part of pages',
    expected: `one of ${names.join(', ')}`,
    remedy: didYouMean(file.slice(SLOT_FOLDER.length), names).trim() || 'Move it out of theme/components.',
  };
}

function version(root: string, file: string): Finding | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    return {
      line: 1,
      found: 'a file that cannot be opened',
      expected: 'a component',
      remedy: 'Check the file’s permissions and that it is not a broken link.',
    };
  }
  const [, front = ''] = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
  const [whole, stated] = VERSION.exec(front) ?? [];
  const written = stated?.trim();
  if (written === String(SLOT_VERSION)) return undefined;
  const line = whole === undefined ? 1 : text.slice(0, text.indexOf(whole)).split('\n').length;
  const wanted = `export const slotVersion = ${SLOT_VERSION};`;
  return {
    line,
    found: whole === undefined ? 'no version of the props' : `version ${written} of the props`,
    expected: wanted,
    remedy:
      whole === undefined
        ? 'Write that between the lines --- with which the component begins.'
        : 'Read in src/site/slots.ts what its props are now, change the component, then the number.',
  };
}
