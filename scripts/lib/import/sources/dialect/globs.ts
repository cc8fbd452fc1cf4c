/**
 * Whether a path matches a pattern of files: `*` stands for any letters of a name, `?` for one, `**` for any folders,
 * `{a,b}` and `(a|b)` for either. Takes time in proportion to both lengths, whatever somebody wrote.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const parts = path.split('/');
  return alternatives(pattern).some((one) => matchesFolders(parts, one.replace(/^(?:\.?\/)+/, '').split('/')));
}

function alternatives(pattern: string): string[] {
  const [whole, before = '', braces, brackets, after = ''] =
    /^([^{(]{0,200})(?:\{([^{}]{1,200})\}|\(([^()]{1,200})\))(.{0,200})$/.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  return (braces?.split(',') ?? brackets?.split('|') ?? []).slice(0, 20).map((one) => before + one + after);
}

/** Goes through the parts of the path with all the places of the pattern that it may be at. */
function matchesFolders(path: readonly string[], pattern: readonly string[]): boolean {
  let places = new Set([0]);
  const skip = (): void => {
    for (const place of places) if (pattern[place] === '**') places.add(place + 1);
  };
  skip();
  for (const part of path) {
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern[place];
      if (wanted === '**') next.add(place);
      else if (wanted !== undefined && matchesName(part, wanted)) next.add(place + 1);
    }
    places = next;
    skip();
  }
  return places.has(pattern.length);
}

/** A star first takes nothing; when the rest does not fit, the last one takes a letter more. */
function matchesName(name: string, pattern: string): boolean {
  let [at, wanted] = [0, 0];
  let star: { at: number; wanted: number } | undefined;
  while (at < name.length) {
    if (pattern[wanted] === '*') {
      wanted += 1;
      star = { at, wanted };
    } else if (pattern[wanted] === '?' || pattern[wanted] === name[at]) {
      at += 1;
      wanted += 1;
    } else if (star) {
      star.at += 1;
      ({ at, wanted } = star);
    } else return false;
  }
  return /^\**$/.test(pattern.slice(wanted));
}
