import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { COMMENT_MARK } from '../check/format-comment.ts';

// Run by the action comment: node comment-on-pull-request.ts FILE writes the file's text as the one comment with our mark
// on the pull request whose check has ended. It is no command, since those need packages, and beside the token that it is
// given none is to run. The variables are GitHub's own words about the run; only the branch's name is somebody's choice.

interface PullRequest {
  number: number;
  /** `repo` is null when the fork is gone. */
  head: { sha: string; repo: { full_name: string } | null };
}

interface Comment {
  id: number;
  body?: string;
  user: { login: string } | null;
}

const { GITHUB_REPOSITORY = '', HEAD_OWNER = '', HEAD_REPOSITORY, HEAD_BRANCH = '', HEAD_SHA } = process.env;
const [file = ''] = process.argv.slice(2);

const body = await readFile(file, 'utf8');
const numbers = pullRequests();
if (numbers.length === 0) console.log(`No open pull request ends with the commit ${HEAD_SHA}, so nothing was written.`);
for (const number of numbers) writeComment(number);

/**
 * The open pull requests from this branch whose newest commit is the one that was checked: the report of an older one says
 * nothing of what is proposed now. GitHub is asked, since its event names no pull request of a fork, and the report could
 * name any.
 */
function pullRequests(): number[] {
  const fields = ['state=open', `head=${HEAD_OWNER}:${HEAD_BRANCH}`].flatMap((field) => ['--raw-field', field]);
  const pulls = ask(`repos/${GITHUB_REPOSITORY}/pulls`, ['--method', 'GET', ...fields]) as PullRequest[];
  return pulls
    .filter(({ head }) => head.sha === HEAD_SHA && head.repo?.full_name === HEAD_REPOSITORY)
    .map(({ number }) => number);
}

function writeComment(number: number): void {
  const comments = `repos/${GITHUB_REPOSITORY}/issues/${number}/comments`;
  const pages = ask(`${comments}?per_page=100`, ['--paginate', '--slurp']) as Comment[][];
  // Anybody may write a comment that begins with the mark.
  const ours = pages
    .flat()
    .find(({ user, body = '' }) => user?.login === 'github-actions[bot]' && body.startsWith(COMMENT_MARK));
  const [method, path] = ours ? ['PATCH', `repos/${GITHUB_REPOSITORY}/issues/comments/${ours.id}`] : ['POST', comments];
  ask(path, ['--method', method, '--input', '-'], JSON.stringify({ body }));
  console.log(`${ours ? 'Wrote the comment anew' : 'Wrote a comment'} on pull request ${number}.`);
}

/** Asks GitHub through its own program, which knows the token; what it has to say of an error goes to the log. */
function ask(path: string, options: string[], input = ''): unknown {
  return JSON.parse(
    execFileSync('gh', ['api', path, ...options], {
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'inherit'],
      maxBuffer: 256 * 1024 * 1024,
    }),
  );
}
