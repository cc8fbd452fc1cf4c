import { nameToEmoji } from 'gemoji';
import { ownValue } from '../../../../../src/site/own-value.ts';
import { mapProse } from './code-ranges.ts';

/** A name with its underscores as they are or escaped: `:tea:`, `:man\\_technologist:`. */
const name = /(?<![\w:/]):((?:[\w+-]|\\_){1,60}):(?!\w)/g;

/** Writes the signs that `:smile:` and the like stand for, by the names of GitHub; any other words stay as they are. */
export function emojiNamesToSigns(body: string): string {
  if (!/:[\w+-]/.test(body)) return body;
  return mapProse(body, (text) =>
    text.replace(name, (written, found: string) => ownValue(nameToEmoji, found.replaceAll('\\', '')) ?? written),
  );
}
