import { createInterface } from 'node:readline/promises';

export interface Choice {
  value: string;
  label: string;
}

/**
 * Asks a person at a terminal to choose by number or by name; takes the only choice without asking.
 * @param usual What Enter alone chooses, and what is taken when nobody can be asked.
 * @throws Error that lists the choices when nobody can be asked and there is no usual one.
 */
export async function choose(
  question: string,
  choices: readonly Choice[],
  flag: string,
  usual?: string,
): Promise<string> {
  if (choices.length === 1) return choices[0]!.value;
  const list = choices.map(({ value }) => value).join(', ');
  if (!process.stdin.isTTY && usual !== undefined) return usual;
  if (!process.stdin.isTTY) throw new Error(`${question} Say it with ${flag}: one of ${list}.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    console.log(
      choices
        .map(
          ({ value, label }, index) =>
            `  ${String(index + 1).padStart(2)}  ${value}${label === value ? '' : `  ${label}`}`,
        )
        .join('\n'),
    );
    for (;;) {
      const answer =
        (await terminal.question(`${question} ${usual === undefined ? '' : `(Enter for ${usual}) `}`)).trim() ||
        (usual ?? '');
      const chosen = choices.find(({ value }, index) => answer === value || answer === String(index + 1));
      if (chosen) return chosen.value;
      console.log(`Type a number from 1 to ${choices.length}, or a name.`);
    }
  } finally {
    terminal.close();
  }
}

/**
 * Asks a person at a terminal for a text.
 * @throws Error with `otherwise` when nobody can be asked.
 */
export async function ask(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error(otherwise);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const answer = (await terminal.question(`${question} `)).trim();
      if (answer !== '') return answer;
    }
  } finally {
    terminal.close();
  }
}
