import { statSync } from 'node:fs';
import { join } from 'node:path';
import { targetAsWritten } from '../../content/insert/places.ts';
import type { Problem } from '../../content/types.ts';
import { embeddedVideo } from '../../markdown/embedded-videos.ts';
import { filmPath, videoFiles } from '../../markdown/videos.ts';
import type { Rule } from '../rule.ts';

/** What some hosts take at most, in bytes. */
const LARGEST = 25 * 1024 * 1024;

export const video: Rule = {
  name: 'video',
  ensures: 'What is said in a film can be read, and is found by the search.',
  check({ texts, center }) {
    const files = new Set(center.files);
    return texts.flatMap((page) =>
      page.references.flatMap(({ kind, target, line, column }): Problem[] => {
        const film = kind === 'image' ? filmPath(page.file, target) : undefined;
        const isElsewhere = embeddedVideo(target) !== undefined;
        const [, locale = ''] = page.file.split('/');
        if (film === undefined || (!isElsewhere && !files.has(film))) return [];
        const place = { file: page.file, line, column, rule: 'video' };
        const size = isElsewhere ? 0 : sizeOf(join(center.root, film));
        const large = size > LARGEST ? [tooLarge(place, target, size)] : [];
        if (videoFiles(film, locale, (path) => files.has(path)).captions !== undefined) return large;
        const written = (isElsewhere ? film : targetAsWritten(page, line, target).target).replace(/\.\w+$/, '');
        return [
          ...large,
          {
            ...place,
            found: `the film "${target}" without captions${isElsewhere ? ' here, so that the search cannot find what is said in it' : ''}`,
            expected: `a file ${written}.vtt ${isElsewhere ? 'in the content folder' : 'beside it'}, or ${written}.${locale}.vtt for one language of several`,
            remedy:
              'Export the captions as WebVTT: those who cannot hear read them, and the search finds what is said at its minute.',
            severity: isElsewhere ? 'note' : 'warning',
          },
        ];
      }),
    );
  },
};

/** 0 for a file that cannot be looked at, which `published-file` reports. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function tooLarge(place: Pick<Problem, 'file' | 'line' | 'column' | 'rule'>, target: string, size: number): Problem {
  return {
    ...place,
    found: `the film "${target}" of ${Math.round(size / 1024 / 1024)} MB`,
    expected:
      'at most 25 MB, which is what some hosts (Cloudflare Pages) take of one file, and phones get for their money',
    remedy: 'Export it in 720 lines, cut it into several films, or put it on YouTube or Vimeo and write its address.',
    severity: 'warning',
  };
}
