/**
 * Downloads a file and counts its bytes on the way.
 *
 * @param onBytes Called with the size of each piece that arrives.
 * @throws Error (by rejection) when the host does not have the file or the line breaks.
 */
export async function download(address: string, onBytes: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok || !response.body) {
    throw new Error(`${address}: found status ${response.status}, expected the file. Publish the folder _search/ with the site.`);
  }
  const pieces: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    onBytes(piece.value.length);
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
