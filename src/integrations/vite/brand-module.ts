import path from 'node:path';
import sharp from 'sharp';
import type { HelpCenter } from '../../content/types.ts';
import { inFolder, logoFiles } from '../../schemas/look.ts';
import { sheetPath } from '../own-files.ts';

/** The addresses of the owner's own files, as a module. They go through Vite, so that they are hashed and copied like every other asset. */
export async function brandModule(center: HelpCenter, command: string): Promise<string> {
  const { site } = center;
  const imports: string[] = [];
  /** The expression for the address of a file; a missing one is an error of the check, and costs the page nothing but itself. */
  const address = (written: string | undefined): string => {
    const file = written && inFolder(written);
    if (!file || !center.files.includes(file)) return 'undefined';
    const absolute = path.join(center.root, file).split(path.sep).join('/');
    const name = `file${imports.length}`;
    imports.push(`import ${name} from ${JSON.stringify(`${absolute}?url`)};`);
    return name;
  };
  const picture = async (written: string | undefined): Promise<string> => {
    const src = address(written);
    if (!written || src === 'undefined') return 'undefined';
    return `{ src: ${src}, ${await size(path.join(center.root, written))} }`;
  };
  const logo = logoFiles(site?.logo);
  const light = await picture(logo?.light);
  const marks =
    light === 'undefined'
      ? 'undefined'
      : `{ light: ${light}, dark: ${await picture(logo?.dark)}, wordmark: ${logo?.wordmark ?? false} }`;
  // One that is missing, or no font, is an error of the check.
  const fonts = (site?.fonts ?? [])
    .filter(({ file }) => center.files.includes(inFolder(file)))
    .map((font) => `{ ...${JSON.stringify(font)}, src: ${address(font.file)} }`);
  const drawn = site?.sharedPictures && logo ? inFolder(logo.light) : undefined;
  const lines = [
    `export const logo = ${marks};`,
    `export const favicon = ${address(site?.favicon)};`,
    `export const touchIcon = ${address(site?.touchIcon)};`,
    `export const fonts = [${fonts.join(', ')}];`,
    `export const logoFile = ${JSON.stringify(drawn && center.files.includes(drawn) ? path.join(center.root, drawn) : undefined)};`,
    `export const customSheet = ${JSON.stringify(sheetPath(center, command))};`,
  ];
  return [...imports, ...lines].join('\n');
}

/** A square, as most marks are, for what is no picture: the check names it. */
const UNKNOWN = 'width: 32, height: 32';

async function size(file: string): Promise<string> {
  const { width, height } = await sharp(file)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  return width > 0 && height > 0 ? `width: ${width}, height: ${height}` : UNKNOWN;
}
