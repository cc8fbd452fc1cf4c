import { withoutSlash } from '../../src/site/urls.ts';

/** What a host does with an address: shows a file, leads on, or has nothing. */
type HostAnswer = { file: string } | { location: string } | undefined;

/** A host that publishes files, by their names, and reads lines of `_redirects`. Takes the path of an address, percent-encoded. */
type Host = (files: ReadonlySet<string>, lines: readonly string[]) => (path: string) => HostAnswer;

interface Line {
  from: string;
  to: string;
  status: number;
}

const parse = (line: string): Line => {
  const [from = '', to = '', status = '301', ...more] = line.split(' ');
  if (more.length > 0) throw new Error(`A condition: ${line}`);
  return { from, to, status: Number(status) };
};

const fileAt = (files: ReadonlySet<string>, path: string): string | undefined => {
  const name = decodeURIComponent(path).slice(1);
  return [name, `${name}index.html`].find((each) => files.has(each));
};

/** Where a folder has a page, hosts add the slash that is missing. */
const atFile = (files: ReadonlySet<string>, path: string): HostAnswer => {
  const file = fileAt(files, path);
  if (file !== undefined) return { file };
  return fileAt(files, `${path}/`) === undefined ? undefined : { location: `${path}/` };
};

/**
 * By https://developers.cloudflare.com/pages/configuration/redirects/ and the server of workers-sdk: rules come before files and are compared
 * letter by letter; those after the first with a pattern count as such; lines that are too many or too long are left out.
 */
const cloudflare: Host = (files, lines) => {
  const fixed = new Map<string, Line>();
  const patterns: [RegExp, Line][] = [];
  for (const line of lines.filter(({ length }) => length <= 1000).map(parse)) {
    if (patterns.length === 0 && !/\*|:[A-Za-z]\w*/.test(line.from)) {
      if (fixed.size < 2000 && !fixed.has(line.from)) fixed.set(line.from, line);
      continue;
    }
    const escaped = line.from.replace(/[-/\\^$+?.()|[\]{}]/g, '\\$&');
    const pattern = escaped.replace('*', '.*').replace(/:[A-Za-z]\w*/g, '[^/]+');
    if (patterns.length < 100) patterns.push([new RegExp(`^${pattern}$`), line]);
  }
  return (path) => {
    const rule = fixed.get(path) ?? patterns.find(([pattern]) => pattern.test(path))?.[1];
    if (rule && rule.status !== 200) return { location: rule.to.replace(':id', path.split('/').at(-1)!) };
    return atFile(files, rule?.to ?? path);
  };
};

/** By https://docs.gitlab.com/user/project/pages/redirects/ and matching.go of gitlab-pages: files come first; paths are compared decoded. */
const gitlab: Host = (files, lines) => {
  const tooLarge = lines.join('\n').length > 64 * 1024;
  const rules = tooLarge ? [] : lines.slice(0, 1000).map(parse);
  return (path) => ruled(files, path, rules, decodeURIComponent(path));
};

/** By https://docs.netlify.com/manage/routing/redirects/redirect-options/: files come first, the first rule that matches counts. */
const netlify: Host = (files, lines) => {
  const rules = lines.map(parse);
  return (path) => ruled(files, path, rules, path);
};

/** A slash at the end makes no difference. */
function ruled(files: ReadonlySet<string>, path: string, rules: readonly Line[], compared: string): HostAnswer {
  const found = atFile(files, path);
  if (found) return found;
  const rule = rules.find(({ from }) => {
    const parts = withoutSlash(from)
      .split('/')
      .map((part) =>
        part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
      );
    return new RegExp(`^${parts.join('/').replace(/\/\.\*$/, '(?:/.*)?')}/*$`).test(compared);
  });
  if (!rule) return undefined;
  if (rule.status !== 200) return { location: rule.to };
  const file = fileAt(files, rule.to);
  return file === undefined ? undefined : { file };
}

/** By the name in site.yaml. */
export const HOST_SERVERS = { 'cloudflare-pages': cloudflare, 'gitlab-pages': gitlab, netlify } as const;
