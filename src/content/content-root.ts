import { resolve } from 'node:path';

/**
 * Absolute path of the content folder: the setting SIGNPOST_CONTENT (absolute, or relative to the
 * folder the command runs in), else `content/`.
 */
export function contentRoot(): string {
  return resolve(process.env.SIGNPOST_CONTENT || 'content');
}
