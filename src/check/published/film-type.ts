/** How many bytes of a film tell what it is. */
export const FILM_START = 64;

/** What a file that is named like a film is instead, told by how it begins; undefined for what browsers play. */
export function noFilm(start: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(start.subarray(0, FILM_START));
  if (text === '') return 'an empty file';
  if (text.startsWith('version https://git-lfs.github.com/')) return 'what Git LFS keeps in the place of a film';
  if (text.slice(4, 8) === 'ftyp') return undefined;
  if (!text.startsWith('\x1aE\xdf\xa3')) return 'a file that is no film';
  return text.includes('webm') ? undefined : 'a film of a kind that not every browser plays (Matroska)';
}
