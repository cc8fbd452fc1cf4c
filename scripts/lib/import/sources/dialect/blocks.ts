/**
 * The blocks that the dialects of all systems are written in before the text is parsed, as directives:
 * callouts (`note`, `tip`, `important`, `warning`, `caution`), `details`, `tabs` with `tab` inside, `steps` with `step`
 * inside. `convert/read-blocks.ts` makes of each what Signpost has for it.
 */
export type BlockName =
  | 'note'
  | 'tip'
  | 'important'
  | 'warning'
  | 'caution'
  | 'details'
  | 'tabs'
  | 'tab'
  | 'steps'
  | 'step';

/**
 * A block as lines of Markdown that begin in the first column, with an empty line before and after. The fence is longer
 * than any in the body. `title` is Markdown of one line; `group` is the key by which tabs are kept in step.
 */
export function block(name: BlockName, body: string, title = '', group = ''): string {
  const longest = (body.match(/^[ \t>]*:{3,}/gm) ?? []).reduce(
    (most, fence) => Math.max(most, fence.replace(/[^:]/g, '').length),
    2,
  );
  const fence = ':'.repeat(longest + 1);
  const key = /^[\w .:-]{1,60}$/.test(group) ? `{group="${group}"}` : '';
  const label = title.replace(/\s+/g, ' ').trim();
  return `\n\n${fence}${name}${label ? `[${balanced(label)}]` : ''}${key}\n${body.replace(/^\n+/, '').trimEnd()}\n${fence}\n\n`;
}

/** Takes away the white space that all lines of a text begin with. */
export function dedented(text: string): string {
  const lines = text.split('\n');
  const margins = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const margin = margins.reduce((least, one) => Math.min(least, one), margins[0] ?? 0);
  return lines.map((line) => line.slice(margin)).join('\n');
}

/** The title of a block of code, which stands above it. Names of files are code themselves. */
export function codeTitle(title: string): string {
  if (/^[^\s`]+$/.test(title)) return `**\`${title}\`**`;
  return `**${title.replace(/([\\`*_[\]<>#])/g, '\\$1')}**`;
}

/** A label may hold brackets in pairs only. */
function balanced(label: string): string {
  let open = 0;
  for (const letter of label.replace(/\\./g, '')) {
    if (letter === '[') open += 1;
    if (letter === ']') open -= 1;
    if (open < 0) break;
  }
  return open === 0 ? label : label.replace(/\\?([[\]])/g, '\\$1');
}
