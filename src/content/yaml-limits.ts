/** YAML that a parser needs minutes or all memory for. */
export interface YamlExcess {
  /** 1-based line of the text. */
  line: number;
  found: string;
}

/** Far beyond what content needs: the settings of a site go eight deep. */
const DEEPEST = 30;

/**
 * The first line of `text` that goes deeper than content needs: by indicators in one line (`- - -`, `? ? ?`), by
 * indentation or by brackets. Read line by line, because 10 kB of `- ` end the process that makes a tree of them.
 */
export function yamlExcess(text: string): YamlExcess | undefined {
  const indents: number[] = [];
  let brackets = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.length - content.length;
    while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
    indents.push(indent);
    const [indicators = ''] = /^(?:[-?:][ \t]+)+/.exec(content) ?? [];
    const compact = indicators.replace(/[ \t]+/g, '').length;
    for (const sign of content.replace(/"[^"]*"|'[^']*'/g, '')) {
      if (sign === '[' || sign === '{') brackets += 1;
      else if (sign === ']' || sign === '}') brackets = Math.max(0, brackets - 1);
      if (brackets > DEEPEST) break;
    }
    if (Math.max(indents.length + compact, brackets) > DEEPEST)
      return { line: index + 1, found: `more than ${DEEPEST} levels inside each other` };
  }
  return undefined;
}
