import { isRecord } from '../../records.ts';
import { parseCode } from '../code-module.ts';
import { mapLinesOutsideCode } from '../lines-outside-code.ts';
import { staticValue } from '../static-value.ts';

/** Names that pages in MDX export what other pages have in front matter under. */
const names = ['metadata', 'meta', 'frontmatter', 'frontMatter'];

/** Title and description that a page in MDX exports: `export const metadata = { title: '…' }`, `export const title = '…'`. */
export function exportedFields(body: string): { title?: string; description?: string } {
  if (!/^export\s+const\s/m.test(body)) return {};
  const code: string[] = [];
  let inside = false;
  mapLinesOutsideCode(body, (line) => {
    inside = line.trim() !== '' && (inside || /^export\s+const\s/.test(line));
    if (inside) code.push(line);
    return line;
  });
  const { variables } = parseCode('page.ts', code.join('\n'));
  const value = (name: string): unknown => staticValue(variables.get(name), { variable: () => undefined })?.value;
  const all = [...names.map(value).filter(isRecord), { title: value('title'), description: value('description') }];
  const text = (name: string): string | undefined => {
    const found = all.map((one) => one[name]).find((one) => typeof one === 'string' && one.trim());
    return typeof found === 'string' ? found.trim() : undefined;
  };
  return { title: text('title'), description: text('description') };
}
