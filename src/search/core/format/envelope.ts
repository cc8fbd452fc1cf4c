import { checksum } from './checksum.ts';
import { IndexError } from './index-error.ts';

/** Changes whenever any file's layout changes; a reader accepts its own only. */
export const FORMAT_VERSION = 5;

/** What a file of the index holds; the number is written into the file. */
export const FILE_KINDS = {
  core: 1,
  words: 2,
  vocabulary: 3,
  vectors: 4,
  student: 5,
  texts: 6,
  pins: 7,
  titles: 8,
  ids: 9,
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** `SPI` for Signpost index; the fourth byte is the kind. */
export const MAGIC = [0x53, 0x50, 0x49];
/** Magic and kind (4 bytes), version (2), length of the payload (4), checksum (4); little-endian. */
export const HEADER_LENGTH = 14;

/**
 * The payload of a file, its header checked.
 * @throws IndexError saying whether the file is of another version or kind, truncated, or corrupt.
 */
export function unseal(kind: FileKind, file: Uint8Array, name: string): Uint8Array {
  if (file.length < HEADER_LENGTH)
    throw new IndexError('truncated', name, `${file.length} bytes`, `at least ${HEADER_LENGTH}`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (MAGIC.some((byte, index) => file[index] !== byte)) {
    throw new IndexError('corrupt', name, 'a file that is no search index', 'the bytes SPI at the beginning');
  }
  const version = view.getUint16(4, true);
  if (version !== FORMAT_VERSION)
    throw new IndexError('wrong-version', name, `format ${version}`, `format ${FORMAT_VERSION}`);
  if (file[3] !== FILE_KINDS[kind])
    throw new IndexError('wrong-kind', name, `a file of kind ${file[3]}`, `kind ${FILE_KINDS[kind]} (${kind})`);
  const length = view.getUint32(6, true);
  const payload = file.subarray(HEADER_LENGTH);
  if (payload.length < length)
    throw new IndexError('truncated', name, `${payload.length} bytes of content`, `${length}`);
  if (payload.length > length) throw new IndexError('corrupt', name, `${payload.length} bytes of content`, `${length}`);
  if (checksum(payload) !== view.getUint32(10, true))
    throw new IndexError('corrupt', name, 'a checksum that does not match', 'the content as it was built');
  return payload;
}
