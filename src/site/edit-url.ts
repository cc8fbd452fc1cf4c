import type { EditSettings } from '../schemas/edit.ts';

/**
 * The page of the owner's Git host on which a file is edited; undefined when site.yaml has no `edit`.
 * @param file Its path below the content folder, such as `articles/en/billing/refunds.md`.
 */
export function editUrl(edit: EditSettings | undefined, file: string): string | undefined {
  return edit && patternOf(edit)?.replace('{path}', () => encodePath(file));
}

/** The address for any file, with `{path}` in the place of its path. Forgejo, which serves Codeberg, says `_edit`. */
function patternOf({ pattern, github, gitlab, codeberg, branch, folder }: EditSettings): string | undefined {
  const file = `${encodePath(branch)}/${folder && `${encodePath(folder)}/`}{path}`;
  if (pattern !== undefined) return pattern;
  if (github !== undefined) return `https://github.com/${encodePath(github)}/edit/${file}`;
  if (gitlab !== undefined) return `https://gitlab.com/${encodePath(gitlab)}/-/edit/${file}`;
  return codeberg === undefined ? undefined : `https://codeberg.org/${encodePath(codeberg)}/_edit/${file}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
