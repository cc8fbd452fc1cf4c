/**
 * Calls `each` with every line that is not in a fenced block of code, and puts together what comes back. Dialects that
 * are read before Markdown is parsed must leave alone what writers show as code.
 */
export function mapLinesOutsideCode(body: string, each: (line: string, index: number) => string): string {
  let fence = '';
  return body
    .split('\n')
    .map((line, index) => {
      const mark = /^[ \t>]{0,80}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?(`{3,99}|~{3,99})(.*)$/.exec(line);
      const [, sign = '', rest = ''] = mark ?? [];
      if (fence) {
        if (sign.startsWith(fence) && rest.trim() === '') fence = '';
        return line;
      }
      // After backticks more of them mean code in a line.
      if (sign && !(sign.startsWith('`') && rest.includes('`'))) {
        fence = sign;
        return line;
      }
      return each(line, index);
    })
    .join('\n');
}

/**
 * Calls `each` with every run of lines between two blocks of code, and puts together what comes back: for what has words
 * of code in it, such as tables. `mapProse` of code-ranges.ts leaves these words alone, too.
 */
export function mapTextOutsideCode(body: string, each: (text: string) => string): string {
  const parts: { code: boolean; lines: string[] }[] = [];
  const isCode = codeLines(body);
  for (const [index, line] of body.split('\n').entries()) {
    const code = isCode[index] ?? false;
    const last = parts.at(-1);
    if (last?.code === code) last.lines.push(line);
    else parts.push({ code, lines: [line] });
  }
  return parts.map(({ code, lines }) => (code ? lines.join('\n') : each(lines.join('\n')))).join('\n');
}

/** Which lines of a text stand in fenced blocks of code, the fences among them. */
export function codeLines(body: string): boolean[] {
  const isCode = body.split('\n').map(() => true);
  mapLinesOutsideCode(body, (line, index) => {
    isCode[index] = false;
    return line;
  });
  return isCode;
}
