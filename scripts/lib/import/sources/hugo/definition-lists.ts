/**
 * Hugo knows definition lists, plain Markdown does not:
 *
 *     username             - **username**: The name to show
 *     : The name to show
 *
 * Code blocks are left alone.
 */
export function definitionsToLists(body: string): string {
  if (!/^: /m.test(body)) return body;
  const lines = body.split('\n');
  const out: string[] = [];
  let fence = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (!fence || mark.startsWith(fence))) fence = fence ? '' : mark;
    const definition = /^:[ \t]+(.*)$/.exec(lines[index + 1] ?? '');
    if (fence || !definition || !line.trim() || /^(:|#|>|\s|[-*+] |\d+[.)] |\|)/.test(line)) {
      out.push(line);
      continue;
    }
    out.push(`- **${line.trim()}**: ${definition[1] ?? ''}`);
    index++;
    for (let next = lines[index + 1] ?? ''; /^(:[ \t]+|[ \t]{2,})\S/.test(next); next = lines[index + 1] ?? '') {
      out.push(next.startsWith(':') ? `  - ${next.replace(/^:[ \t]+/, '')}` : `  ${next.trim()}`);
      index++;
    }
  }
  return out.join('\n');
}
