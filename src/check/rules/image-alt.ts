import { posix } from 'node:path';
import { targetAsWritten } from '../../content/insert/places.ts';
import type { Problem } from '../../content/types.ts';
import { filmPath } from '../../markdown/videos.ts';
import type { Rule } from '../rule.ts';

/** What cameras, screenshot tools and hurried people write. */
const SAYS_NOTHING =
  /^(image|img|picture|photo|screenshot|screen ?shot|grafik|bild|untitled|alt|alt text|\.|-|图片|截图|이미지|사진|스크린샷)[\s_-]*\d*$/i;

export const imageAlt: Rule = {
  name: 'image-alt',
  ensures: 'Each picture says in words what it shows, for those who cannot see it.',
  check({ texts }) {
    return texts.flatMap((page) =>
      page.references.flatMap(({ kind, target, alt = '', line, column }): Problem[] => {
        if (kind !== 'image') return [];
        const fileName = posix.basename(target).toLowerCase();
        const bare = alt.trim().toLowerCase();
        const found =
          bare === ''
            ? `a ${filmPath('', target) ? 'film without a title' : 'picture without alternative text'}`
            : SAYS_NOTHING.test(bare) || bare === fileName || bare === fileName.replace(/\.\w+$/, '')
              ? `the alternative text "${alt}"`
              : undefined;
        if (found === undefined) return [];
        return [
          {
            file: page.file,
            line,
            column,
            rule: 'image-alt',
            found,
            expected: 'what the picture shows, as you would say it on the telephone',
            remedy: `Write it between the brackets: ![The Save button at the top right](${targetAsWritten(page, line, target).target}).`,
            severity: 'warning',
          },
        ];
      }),
    );
  },
};
