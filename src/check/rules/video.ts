import { posix } from 'node:path';
import { targetAsWritten } from '../../content/insert/places.ts';
import type { Problem } from '../../content/types.ts';
import { isVideo, videoFiles } from '../../markdown/videos.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import type { Rule } from '../rule.ts';

export const video: Rule = {
  name: 'video',
  ensures: 'What is said in a film can be read, and is found by the search.',
  check({ texts, center }) {
    const files = new Set(center.files);
    return texts.flatMap((page) =>
      page.references.flatMap(({ kind, target, line, column }): Problem[] => {
        if (kind !== 'image' || !isVideo(target)) return [];
        const film = posix.join(posix.dirname(page.file), safeDecode(target.replace(/[?#].*/s, '')));
        const [, locale = ''] = page.file.split('/');
        if (!files.has(film) || videoFiles(film, locale, (path) => files.has(path)).captions !== undefined) return [];
        const written = targetAsWritten(page, line, target).target.replace(/\.\w+$/, '');
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'video',
            found: `the film "${target}" without captions`,
            expected: `a file ${written}.vtt beside it, or ${written}.${locale}.vtt for one language of several`,
            remedy:
              'Export the captions as WebVTT: those who cannot hear read them, and the search finds what is said at its minute.',
            severity: 'warning',
          },
        ];
      }),
    );
  },
};
