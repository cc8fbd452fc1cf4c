import { resolve } from 'node:path';
import { typedPath } from '../terminal/typed-path.ts';

/** Folder in an owner's content folder that the site is built into. It is never content. */
export const BUILT_SITE = 'dist';

/**
 * Absolute path of the content folder: the setting SIGNPOST_CONTENT (absolute, or relative to the
 * folder the command was typed in), else `content/` of the project.
 */
export function contentRoot(): string {
  const { SIGNPOST_CONTENT } = process.env;
  return SIGNPOST_CONTENT ? typedPath(SIGNPOST_CONTENT) : resolve('content');
}
