import type { EditSettings } from '../schemas/edit.ts';

/** Where new issues of a repository are written, with the parameters that fill in its form. */
export interface IssueTracker {
  url: string;
  title: string;
  body: string;
}

/**
 * The addresses at which hosts edit a file, by which those that an owner writes as a pattern are known. Bitbucket has no issues any
 * more, and never took their text from an address.
 */
const HOSTS: [edits: RegExp, tracker: (repository: string) => IssueTracker][] = [
  [/^(https?:\/\/[^/]+\/.+?)\/-\/edit\//, gitlab],
  [/^(https?:\/\/[^/]+\/(?:[^/]+\/)*?[^/]+\/[^/]+)\/_edit\//, forgejo],
  [/^(https:\/\/github\.[^/]+\/[^/]+\/[^/]+)\/edit\//, forgejo],
];

/** The issues of the repository in which texts are edited; undefined where `edit` names none whose host takes an issue's text from an address. */
export function issueTracker(edit: EditSettings | undefined): IssueTracker | undefined {
  if (!edit) return undefined;
  const { pattern, github, gitlab: project, codeberg } = edit;
  if (github !== undefined) return forgejo(`https://github.com/${encodePath(github)}`);
  if (project !== undefined) return gitlab(`https://gitlab.com/${encodePath(project)}`);
  if (codeberg !== undefined) return forgejo(`https://codeberg.org/${encodePath(codeberg)}`);
  for (const [edits, tracker] of HOSTS) {
    const repository = edits.exec(pattern ?? '')?.[1];
    if (repository !== undefined) return tracker(repository);
  }
  return undefined;
}

/** GitHub, Gitea and Forgejo read the same parameters. */
function forgejo(repository: string): IssueTracker {
  return { url: `${repository}/issues/new`, title: 'title', body: 'body' };
}

function gitlab(project: string): IssueTracker {
  return { url: `${project}/-/issues/new`, title: 'issue[title]', body: 'issue[description]' };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
