import { nameToEmoji } from 'gemoji';
import { ownValue } from '../../../../../src/site/own-value.ts';
import { mapProse } from './code-ranges.ts';

/** Writes the signs that `:smile:` and the like stand for, by the names of GitHub; any other words stay as they are. */
export function emojiNamesToSigns(body: string): string {
  if (!/:[\w+-]{1,60}:/.test(body)) return body;
  return mapProse(body, (text) =>
    text.replace(
      /(?<![\w:/]):([\w+-]{1,60}):(?!\w)/g,
      (written, name: string) => ownValue(nameToEmoji, name) ?? written,
    ),
  );
}
