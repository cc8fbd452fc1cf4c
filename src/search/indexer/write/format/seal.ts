import { checksum } from '../../../core/format/checksum.ts';
import { FILE_KINDS, type FileKind, FORMAT_VERSION, HEADER_LENGTH, MAGIC } from '../../../core/format/envelope.ts';

/** Puts the header before a payload. */
export function seal(kind: FileKind, payload: Uint8Array): Uint8Array {
  const file = new Uint8Array(HEADER_LENGTH + payload.length);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint8(3, FILE_KINDS[kind]);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint32(6, payload.length, true);
  view.setUint32(10, checksum(payload), true);
  file.set(payload, HEADER_LENGTH);
  return file;
}
