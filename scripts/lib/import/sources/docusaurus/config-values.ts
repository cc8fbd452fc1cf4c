import { isRecord } from '../records.ts';

/** Plugins of the site itself, as `'name'` or `['name', { … }]`. */
export function pluginsOf(main: Record<string, unknown>): { name: string; options: Record<string, unknown> }[] {
  return list(main.plugins).flatMap((one) => {
    const [name, options] = Array.isArray(one) ? (one as unknown[]) : [one];
    return typeof name === 'string' ? [{ name, options: isRecord(options) ? options : {} }] : [];
  });
}

/** Old addresses with the one that each leads to. */
export function redirectsOf(redirects: unknown): { from: string; to: string }[] {
  return list(redirects).flatMap((one) => {
    const to = isRecord(one) ? text(one.to) : undefined;
    const from = isRecord(one) ? [one.from].flat().filter(isText) : [];
    return to === undefined ? [] : from.map((each) => ({ from: each, to }));
  });
}

/** What the head of the site calls its menus, by the collection and the menu or page, and its parts, by their address. */
export function titlesInHead(main: Record<string, unknown>): Map<string, string> {
  const theme = isRecord(main.themeConfig) ? main.themeConfig : {};
  const navbar = isRecord(theme.navbar) ? theme.navbar : {};
  const labels = new Map<string, string>();
  const items = list(navbar.items)
    .flatMap((one) => (isRecord(one) ? [one, ...list(one.items)] : []))
    .filter(isRecord);
  for (const item of items) {
    const label = text(item.label);
    const instance = text(item.docsPluginId) ?? 'default';
    for (const key of [text(item.sidebarId), text(item.docId)])
      if (label && key) labels.set(`${instance}/${key}`, label);
    const to = text(item.to);
    if (label && to && !labels.has(withoutSlashes(to))) labels.set(withoutSlashes(to), label);
  }
  return labels;
}

/** `/docs/` -> `docs`. */
export function withoutSlashes(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}
