/**
 * The name under which a closed notice is remembered: whoever closed it sees it again when it says something else.
 * @param text What it says, in every language; FNV-1a (Fowler, Noll, Vo) of its UTF-16 code units, since nothing depends
 *   on it being hard to meet.
 */
export function noticeKey(id: string, text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${id}:${(hash >>> 0).toString(36)}`;
}
