import { targetAsWritten } from '../../content/insert/places.ts';
import type { Problem } from '../../content/types.ts';
import { embeddedVideo } from '../../markdown/embedded-videos.ts';
import { filmPath, videoFiles } from '../../markdown/videos.ts';
import type { Rule } from '../rule.ts';

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
        if (videoFiles(film, locale, (path) => files.has(path)).captions !== undefined) return [];
        const written = (isElsewhere ? film : targetAsWritten(page, line, target).target).replace(/\.\w+$/, '');
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'video',
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
