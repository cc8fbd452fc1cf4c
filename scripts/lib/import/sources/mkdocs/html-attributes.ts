import type { Scope } from './scope.ts';

/** The value of an attribute in an opening tag; '' for none. */
export function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Raw HTML with the addresses of its links and pictures as the links of Markdown name them. */
export function htmlAddresses(html: string, scope: Pick<Scope, 'address'>): string {
  return html.replace(
    /(\s(?:src|href)\s?=\s?)(?:"([^"]{0,2000})"|'([^']{0,2000})')/gi,
    (_, before: string, double?: string, single?: string) =>
      `${before}"${scope.address(double ?? single ?? '').replaceAll('"', '&quot;')}"`,
  );
}
