import { join } from 'node:path';
import { didYouMean } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import type { Font } from '../../schemas/font.ts';
import { inFolder } from '../../schemas/look.ts';
import { pointInYaml } from '../locate.ts';
import { type FontFile, inRanges, readFontFile } from '../published/font-file.ts';
import type { Rule } from '../rule.ts';

/** Kilobytes of a file that readers on a slow line do not wait for too long. */
const BUDGET = 100;
const FONT = /\.(woff2?|ttf|otf)$/i;
/** As many letters as are named. */
const SHOWN = 12;

export const fonts: Rule = {
  name: 'fonts',
  ensures: 'The fonts of site.yaml are there, small enough, and have the letters of the texts.',
  async check({ center }) {
    const named = center.site?.fonts ?? [];
    const problems: Problem[] = [];
    const usable = new Map<Font, FontFile>();
    for (const [index, font] of named.entries()) {
      const file = inFolder(font.file);
      const read =
        center.files.includes(file) && FONT.test(file)
          ? await readFontFile(join(center.root, file)).catch(() => undefined)
          : undefined;
      problems.push(...wrongWith(center, font, index, read));
      if (read?.format) usable.set(font, read);
    }
    return [...problems, ...lackingLetters(center, named, usable)];
  },
};

function wrongWith(center: HelpCenter, font: Font, index: number, read: FontFile | undefined): Problem[] {
  const file = inFolder(font.file);
  const say = (found: string, expected: string, remedy: string, severity: Problem['severity'] = 'error'): Problem[] => [
    problemAt(center, index, { found, expected, remedy, severity }),
  ];
  if (!center.files.includes(file))
    return say(
      `"${font.file}", where there is no file`,
      'the path of a WOFF2 from site.yaml',
      didYouMean(
        file,
        center.files.filter((one) => FONT.test(one)),
      ).trim() || 'Add the file, or remove the font.',
    );
  if (!FONT.test(file) || !read?.format)
    return say(`"${font.file}", which is no font`, 'a font as WOFF2', 'Download the font as WOFF2, or remove it.');
  const kilobytes = Math.round(read.bytes / 1024);
  if (read.format !== 'woff2')
    return say(
      `"${font.file}", a font as ${read.format}, ${kilobytes} kB`,
      'WOFF2, which every browser reads and which takes less than half the bytes',
      'Convert it: pyftsubset FILE --flavor=woff2 --unicodes="*".',
      'warning',
    );
  if (kilobytes <= BUDGET) return [];
  return say(
    `"${font.file}", ${kilobytes} kB`,
    `at most ${BUDGET} kB, since readers see another font until it is there`,
    'Keep the letters that your languages need: pyftsubset FILE --flavor=woff2 --unicodes=U+0-24F; a large script comes in parts, each with its unicodeRange.',
    'warning',
  );
}

/** Letters of the articles that a font lacks, so that words are set in two fonts. What is outside its unicodeRange is meant to be. */
function lackingLetters(center: HelpCenter, named: readonly Font[], usable: ReadonlyMap<Font, FontFile>): Problem[] {
  const families = Map.groupBy(usable, ([{ family }]) => family);
  return [...families].flatMap(([family, faces]) =>
    center.site!.locales.flatMap(({ code, label }): Problem[] => {
      const letters = lettersOf(center, code);
      const meant = letters.filter((letter) =>
        faces.some(([{ unicodeRange }]) => !unicodeRange || inRanges(unicodeRange)(letter)),
      );
      const lacking = meant.filter((letter) => !faces.some(([, file]) => file.has(letter)));
      if (lacking.length === 0) return [];
      const shown = lacking.slice(0, SHOWN).map((letter) => String.fromCodePoint(letter));
      const more = lacking.length > SHOWN ? ' …' : '';
      return [
        problemAt(center, named.indexOf(faces[0]![0]), {
          found: `"${family}" without ${lacking.length} of the ${letters.length} letters of ${label}: ${shown.join(' ')}${more}`,
          expected: 'every letter of the texts, or none of a script; the others are set in the system’s font',
          remedy:
            'Add a file of the family that has them, or say by unicodeRange which characters it is meant for, such as U+0-24F for Latin.',
          severity: 'warning',
        }),
      ];
    }),
  );
}

/** The letters of the published words of a language: its titles and texts, as they are written. */
function lettersOf({ articles }: HelpCenter, locale: string): number[] {
  const found = new Set<string>();
  for (const { title, body } of articles.filter((article) => article.locale === locale))
    for (const letter of `${title}${body}`.normalize('NFC')) found.add(letter);
  return [...found]
    .filter((letter) => /\p{L}/u.test(letter))
    .map((letter) => letter.codePointAt(0)!)
    .sort((a, b) => a - b);
}

function problemAt(
  { root }: HelpCenter,
  index: number,
  said: Pick<Problem, 'found' | 'expected' | 'remedy' | 'severity'>,
): Problem {
  const path = ['fonts', index, 'file'];
  return { file: 'site.yaml', ...pointInYaml(root, 'site.yaml', path), rule: 'fonts', field: path.join('.'), ...said };
}
