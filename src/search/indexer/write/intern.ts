const known = new Map<string, string>();

/**
 * The same string for all that are alike: what is noted of each section names the same words over and over. It is never
 * forgotten; the words of a site are few beside its text.
 */
export function intern(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, text);
  return text;
}
