/** Lines of a file between `--8<-- [start:name]` and its end, `:name`, or by their numbers, `:4:6`, `:4:6,8:9`, `:-3`. */
export function partOf(lines: readonly string[], part: string): string[] | undefined {
  if (!part) return [...lines];
  const name = /^:([a-z][\w-]*)$/i.exec(part)?.[1];
  if (name !== undefined) return section(lines, name);
  return part
    .slice(1)
    .split(',')
    .flatMap((range) => {
      const [from = '', to] = range.split(':');
      const start = from === '' ? 1 : fromEnd(Number(from), lines.length);
      const end =
        to === undefined || to === ''
          ? to === undefined && part.includes(',')
            ? start
            : lines.length
          : fromEnd(Number(to), lines.length);
      return lines.slice(Math.max(0, start - 1), Math.max(0, end));
    });
}

function section(lines: readonly string[], name: string): string[] | undefined {
  const isMark = (line: string, what: string): boolean => {
    const found = /-{1,9}8<-{1,9}[ \t]{1,9}\[[ \t]{0,9}(start|end)[ \t]{0,9}:[ \t]{0,9}([\w-]{1,100})/i.exec(line);
    return found?.[1]?.toLowerCase() === what && found[2]?.toLowerCase() === name.toLowerCase();
  };
  const start = lines.findIndex((line) => isMark(line, 'start'));
  if (start === -1) return undefined;
  const end = lines.findIndex((line, index) => index > start && isMark(line, 'end'));
  return lines.slice(start + 1, end === -1 ? lines.length : end);
}

/** -1 is the last line. */
function fromEnd(number: number, count: number): number {
  return number < 0 ? count + number + 1 : number;
}
