import { ModelError } from './model-error.ts';

/**
 * Parses a JSON file of a model.
 *
 * @param where The file's name for messages.
 * @throws ModelError when it is none.
 */
export function parseModelJson(bytes: Uint8Array, where: string): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelError(
      {
        where,
        found: `text that is no JSON ("${text.slice(0, 30)}…")`,
        expected: 'a JSON file of the model',
        todo: 'Delete the file, and build again to fetch it anew.',
      },
      { cause },
    );
  }
}
