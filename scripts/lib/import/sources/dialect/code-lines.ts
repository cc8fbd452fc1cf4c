import { mapLinesOutsideCode } from './lines-outside-code.ts';

/** Which lines of a text stand in fenced blocks of code, the fences among them. */
export function codeLines(body: string): boolean[] {
  const isCode = body.split('\n').map(() => true);
  mapLinesOutsideCode(body, (line, index) => {
    isCode[index] = false;
    return line;
  });
  return isCode;
}
