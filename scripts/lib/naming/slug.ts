/**
 * A file name for a title: lower case, letters without marks, words joined by hyphens, at most 60 characters
 * cut at a word. Letters outside Latin script stay out of addresses, so a Chinese title gives ''.
 */
export function slugOf(title: string): string {
  const words = title
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= 60) return words;
  const cut = words.slice(0, 61);
  const hyphen = cut.lastIndexOf('-');
  return hyphen > 20 ? cut.slice(0, hyphen) : words.slice(0, 60);
}

/** What Windows takes for a device, with any ending: no file or folder can have such a name there. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** `slug`, or `slug-2`, `slug-3` … when `taken` has it, or Windows cannot have it; the result is added to `taken`. */
export function unique(slug: string, taken: Set<string>): string {
  let result = slug;
  for (let count = 2; taken.has(result) || DEVICE.test(result); count++) result = `${slug}-${count}`;
  taken.add(result);
  return result;
}
