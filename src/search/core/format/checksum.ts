const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as in gzip (ISO 3309, polynomial 0xEDB88320 reflected), unsigned. */
export function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  // By index: an iterator takes several times as long until it is compiled, and files are read but once.
  for (let index = 0; index < bytes.length; index++) value = TABLE[(value ^ bytes[index]!) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
