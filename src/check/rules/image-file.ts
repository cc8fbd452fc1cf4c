import { posix } from 'node:path';
import { didYouMean } from '../../content/did-you-mean.ts';
import { targetAsWritten } from '../../content/insert/places.ts';
import type { Problem, WrittenPage } from '../../content/types.ts';
import { embeddedVideo, isVideoService } from '../../markdown/embedded-videos.ts';
import { isVideo } from '../../markdown/videos.ts';
import { safeDecode } from '../../site/safe-decode.ts';
import type { Rule } from '../rule.ts';

export const imageFile: Rule = {
  name: 'image-file',
  ensures: 'Each picture and film is a file of the content folder, so that it shows.',
  check({ texts, center }) {
    const files = new Set(center.files);
    const pictures = center.files.filter((file) => /\.(png|jpe?g|gif|webp|avif|svg|mp4|webm)$/i.test(file));
    return texts.flatMap((page) =>
      page.references.flatMap(({ kind, target: shown, line, column }): Problem[] => {
        if (kind !== 'image') return [];
        const { file, target } = targetAsWritten(page, line, shown);
        const problem = problemWith(target, { ...page, file }, files, pictures);
        if (!problem) return [];
        const { instead, ...texts } = problem;
        const fix = instead === undefined ? {} : { fix: { line, find: `](${target})`, replace: `](${instead})` } };
        return [{ file: page.file, line, column, rule: 'image-file', ...texts, severity: 'error', ...fix }];
      }),
    );
  },
};

type TargetProblem = Pick<Problem, 'found' | 'expected' | 'remedy'> & { instead?: string };

function problemWith(
  target: string,
  page: WrittenPage,
  files: Set<string>,
  pictures: string[],
): TargetProblem | undefined {
  const expected = 'the path of a picture from this file, such as images/settings.png';
  if (/^data:/i.test(target)) return undefined;
  if (target === '')
    return {
      found: 'a picture without a file',
      expected,
      remedy: 'Write the path of the picture between the parentheses.',
    };
  if (embeddedVideo(target)) return undefined;
  if (isVideoService(target))
    return {
      found: `a film at "${target}", which names none`,
      expected: 'the address of one film, such as https://www.youtube.com/watch?v=… or https://vimeo.com/…',
      remedy: 'Copy the address from the film’s own page; to a channel or a playlist write a link.',
    };
  if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(target)) {
    return {
      found: `a picture from another site, "${target}"`,
      expected,
      remedy:
        'Save the picture beside the article; the site shows nothing that comes from elsewhere, and a picture there may vanish.',
    };
  }
  if (target.startsWith('/'))
    return {
      found: `a picture at "${target}"`,
      expected,
      remedy: 'Write the path from this file: pictures lie beside the articles.',
    };
  const folder = posix.dirname(page.file);
  const path = posix.join(folder, safeDecode(target.replace(/[?#].*/s, '')));
  if (files.has(path)) return undefined;
  const near = pictures.map((picture) => posix.relative(folder, picture));
  const sameName = near.find(
    (picture) => posix.basename(picture).toLowerCase() === posix.basename(target).toLowerCase(),
  );
  const sameCase = near.find((picture) => picture.toLowerCase() === target.toLowerCase());
  const meant = sameName === undefined ? didYouMean(target, near).trim() : `Did you mean "${sameName}"?`;
  return {
    found: `a ${isVideo(target) ? 'film' : 'picture'} "${target}", where there is no file`,
    expected: isVideo(target) ? 'the path of a film from this file, such as videos/settings.mp4' : expected,
    remedy: meant || 'Add the file, correct its path, or remove it.',
    instead: sameCase,
  };
}
