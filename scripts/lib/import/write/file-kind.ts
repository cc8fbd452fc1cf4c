import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { runningType } from '../../../../src/check/published/running-type.ts';
import { svgHazard } from '../../../../src/check/published/svg-hazards.ts';
import { safeDecode } from '../../../../src/site/safe-decode.ts';
import type { FetchedFile } from './fetch-file.ts';

/** Pictures that pages can show, by the type that their content shows. */
const pictures = new Map([
  ['image/png', '.png'],
  ['image/apng', '.png'],
  ['image/jpeg', '.jpg'],
  ['image/gif', '.gif'],
  ['image/webp', '.webp'],
  ['image/avif', '.avif'],
]);
/** What holds documents of many kinds, which their own ending tells better. */
const containers = new Set(['zip', 'cfb', 'xml', 'gz', 'txt']);

/**
 * The ending of a fetched picture, with its dot, by what it holds rather than by what the server calls it.
 * @throws Error for anything that is no picture, or a drawing that would run in the site's origin.
 */
export async function pictureEnding({ bytes, type }: FetchedFile): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  const ending = pictures.get(found?.mime ?? '');
  if (ending) return ending;
  if (type === 'image/svg+xml' || (found?.ext === 'xml' && /<svg[\s>]/.test(start(bytes)))) {
    const hazard = svgHazard(new TextDecoder().decode(bytes));
    if (hazard) throw new Error(`it is a drawing with ${hazard.found}`);
    return '.svg';
  }
  throw new Error(`it is no image but ${found?.mime ?? (type || 'of unknown type')}`);
}

/**
 * The ending of a fetched film.
 * @throws Error for anything that browsers do not play as one.
 */
export async function videoEnding({ bytes, type }: FetchedFile): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === 'video/mp4' || found?.mime === 'video/webm') return `.${found.ext}`;
  throw new Error(`it is no film but ${found?.mime ?? (type || 'of unknown type')}`);
}

/**
 * The ending of fetched captions.
 * @throws Error for anything but WebVTT.
 */
export function captionsEnding({ bytes, type }: FetchedFile): string {
  if (/^\ufeff?WEBVTT/.test(start(bytes))) return '.vtt';
  throw new Error(`it is no WebVTT but ${type || 'of unknown type'}`);
}

/**
 * The ending of a fetched attachment: its own, unless the content is of another type.
 * @throws Error for a page, such as that of a login, for a script, and for a drawing that would run in the site's origin.
 */
export async function attachmentEnding(address: string, file: FetchedFile): Promise<string> {
  const { bytes, type, disposition } = file;
  const named =
    /filename\*?=(?:UTF-8'')?"?([^";]{1,300})/i.exec(disposition)?.[1] ?? safeDecode(new URL(address).pathname);
  const written = extname(named).toLowerCase();
  const own = /^\.[a-z0-9]{1,8}$/.test(written) ? written : '';
  if (own === '.svg' || type === 'image/svg+xml') return pictureEnding({ ...file, type: 'image/svg+xml' });
  const page = /^(text\/html|application\/xhtml)/.test(type) ? type : runningType('', bytes) && 'a page';
  const runs = page || (runningType(`file${own}`, bytes) && `a file ending in ${own}`);
  if (runs) throw new Error(`it is no file to download but ${runs}`);
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return own || '.bin';
  const same = own === `.${found.ext}` || (own === '.jpeg' && found.ext === 'jpg');
  return same || (own && containers.has(found.ext)) ? own : `.${found.ext}`;
}

function start(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1000));
}
