import { join } from 'node:path';
import sharp from 'sharp';
import { didYouMean } from '../../content/did-you-mean.ts';
import type { HelpCenter, Problem } from '../../content/types.ts';
import { type BrandFile, brandFiles as filesOf } from '../../schemas/look.ts';
import { pointInYaml } from '../locate.ts';
import type { Rule } from '../rule.ts';

/** Pixels of the icon that phones put on their home screen, at the largest resolution. */
const TOUCH_ICON = 180;

export const brandFiles: Rule = {
  name: 'brand-files',
  ensures: 'The logo and the icons that site.yaml names are there, and what they are for takes them.',
  async check({ center }) {
    const problems = await Promise.all(filesOf(center.site ?? {}).map((named) => problemOf(center, named)));
    return problems.flat();
  },
};

async function problemOf({ root, files }: HelpCenter, { path, written, file }: BrandFile): Promise<Problem[]> {
  const problem = (found: string, expected: string, remedy: string): Problem[] => [
    {
      file: 'site.yaml',
      ...pointInYaml(root, 'site.yaml', path),
      rule: 'brand-files',
      field: path.join('.'),
      found,
      expected,
      remedy,
      severity: 'error',
    },
  ];
  if (!files.includes(file))
    return problem(
      `"${written}", where there is no file`,
      'the path of an SVG or PNG from site.yaml',
      didYouMean(file, files).trim() || 'Add the file, or remove the line.',
    );
  if (path[0] !== 'touchIcon') return [];
  // What is no picture at all is named as such by another rule.
  const { format, width, height } = await sharp(join(root, file))
    .metadata()
    .catch(() => ({ format: undefined, width: 0, height: 0 }));
  if (format === undefined || (format === 'png' && width === height && width >= TOUCH_ICON)) return [];
  return problem(
    `"${written}", ${format.toUpperCase()}, ${width} × ${height} pixels`,
    `a PNG of ${TOUCH_ICON} × ${TOUCH_ICON} pixels, the only form that phones take for their home screen`,
    'Export the icon again in this size, on a ground that is not transparent.',
  );
}
