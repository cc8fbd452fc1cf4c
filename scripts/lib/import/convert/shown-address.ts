/**
 * An address as reports show it: without a user's name and password, without what follows `?`, which may be a key, and at
 * most 100 characters long.
 */
export function shownAddress(address: string): string {
  const shown = address.replace(/^((?:[a-z][a-z0-9+.-]*:)?[/\\]{2,})[^/\\?#]*@/i, '$1').replace(/\?[^#]*/, '?…');
  return shown.length > 100 ? `${shown.slice(0, 97)}…` : shown;
}
