/** Whether a path matches a list of patterns as .gitignore has them: the last that matches counts, `!` takes back. */
export function matchesPatterns(path: string, patterns: string): boolean {
  let matched = false;
  for (const written of patterns.split('\n')) {
    const line = written.trim();
    if (!line || line.startsWith('#')) continue;
    const negated = line.startsWith('!');
    const pattern = (negated ? line.slice(1) : line).replace(/^\\/, '');
    if (matchesPattern(path, pattern)) matched = !negated;
  }
  return matched;
}

function matchesPattern(path: string, pattern: string): boolean {
  const onlyFolders = pattern.endsWith('/');
  const bare = pattern.replace(/\/$/, '').replace(/^\//, '');
  const fromTop = /\/./.test(pattern.replace(/\/$/, '')) || pattern.startsWith('/');
  const parts = path.split('/');
  // A pattern that matches a folder takes what is in it.
  for (let count = 1; count <= parts.length; count += 1) {
    if (onlyFolders && count === parts.length) break;
    const candidate = fromTop ? parts.slice(0, count) : parts.slice(count - 1, count);
    if (matchesParts(candidate, bare.split('/'))) return true;
  }
  return false;
}

/** `**` stands for any number of folders. */
function matchesParts(path: readonly string[], pattern: readonly string[]): boolean {
  let reached = new Set([0]);
  const spread = (places: Set<number>): Set<number> => {
    for (const place of places) if (pattern[place] === '**') places.add(place + 1);
    return places;
  };
  reached = spread(reached);
  for (const part of path) {
    const next = new Set<number>();
    for (const place of reached) {
      const one = pattern[place];
      if (one === '**') next.add(place);
      else if (one !== undefined && matchesName(part, one)) next.add(place + 1);
    }
    reached = spread(next);
  }
  return reached.has(pattern.length) || (pattern.at(-1) === '**' && reached.has(pattern.length - 1));
}

/** `*` stands for any letters, `?` for one; going back only to the last star keeps it quick. */
export function matchesName(name: string, pattern: string): boolean {
  let at = 0;
  let wanted = 0;
  let star = -1;
  let mark = 0;
  while (at < name.length) {
    if (pattern[wanted] === '*') {
      star = wanted++;
      mark = at;
    } else if (pattern[wanted] === '?' || pattern[wanted] === name[at]) {
      wanted += 1;
      at += 1;
    } else if (star !== -1) {
      wanted = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[wanted] === '*') wanted += 1;
  return wanted === pattern.length;
}
