import type { NavigationEntry } from '../markdown/system.ts';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';
import type { MintlifyConfig } from './config.ts';

/** What parts of a menu are called, and the lists that may stand in each. */
const titles = ['group', 'tab', 'anchor', 'dropdown', 'product', 'version', 'item', 'language'];
const lists = ['pages', 'groups', 'tabs', 'anchors', 'dropdowns', 'products', 'versions', 'menu', 'navigation'];
const deepest = 12;

/** The menu of a language: tabs and the like around groups of pages. Of several versions the first one is the site. */
export function mintlifyMenu(
  navigation: unknown,
  { tabs }: MintlifyConfig,
  fileOf: (path: string) => string | undefined,
): NavigationEntry[] | undefined {
  const entries = (node: unknown, depth = 0): NavigationEntry[] => {
    if (depth > deepest) return [];
    if (Array.isArray(node)) return (node as unknown[]).flatMap((one) => entries(one, depth + 1));
    if (typeof node === 'string') {
      const file = fileOf(node);
      return [file === undefined ? { elsewhere: node, children: [] } : { file, children: [] }];
    }
    if (!isRecord(node)) return [];
    const children = lists.flatMap((name) =>
      name === 'versions' ? versions(node[name], depth) : entries(node[name], depth + 1),
    );
    const file = typeof node.root === 'string' ? fileOf(node.root) : undefined;
    const title = titles.map((name) => node[name]).find((one) => typeof one === 'string');
    if (children.length === 0 && file === undefined)
      return typeof node.href === 'string'
        ? [{ title: typeof title === 'string' ? title : undefined, elsewhere: node.href, children }]
        : [];
    if (children.length === 0) return [{ file, children }];
    return typeof title === 'string' ? [{ title, file, children }] : children;
  };
  const versions = (value: unknown, depth: number): NavigationEntry[] =>
    recordsIn(value).flatMap((one, index) => entries(index === 0 ? { ...one, version: undefined } : one, depth + 1));
  const menu = Array.isArray(navigation) && tabs.length > 0 ? inTabs(recordsIn(navigation), tabs) : navigation;
  const found = entries(menu);
  return found.length > 0 ? found : undefined;
}

/** Older settings say by the path of its pages which tab a group is in. */
function inTabs(groups: RawRecord[], tabs: RawRecord[]): unknown[] {
  const tabOf = (group: RawRecord): RawRecord | undefined =>
    tabs.find(({ url }) => typeof url === 'string' && `${firstPage(group)}/`.startsWith(`${url.replace(/^\//, '')}/`));
  const named = tabs.map((tab) => ({ tab: tab.name, groups: groups.filter((group) => tabOf(group) === tab) }));
  return [...groups.filter((group) => !tabOf(group)), ...named];
}

function firstPage(group: RawRecord, depth = 0): string {
  const [first] = Array.isArray(group.pages) ? (group.pages as unknown[]) : [];
  if (typeof first === 'string') return first.replace(/^\//, '');
  return isRecord(first) && depth < deepest ? firstPage(first, depth + 1) : '';
}
