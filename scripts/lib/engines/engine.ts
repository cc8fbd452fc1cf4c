/** The engines that the tests of this folder run in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

/** @throws Error that names the engines when there is none of that name. */
export function engineName(text: string): EngineName {
  const name = ENGINES.find((one) => one === text);
  if (!name) throw new Error(`There is no engine “${text}”. The engines are ${ENGINES.join(', ')}.`);
  return name;
}

/** A key by its name in `KeyboardEvent.key`, or a character. */
type Key = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape' | (string & {});

/**
 * What a person does with a page, in words that both WebDriver BiDi (Puppeteer) and classic WebDriver (Selenium) have:
 * no engine is driven by a protocol of its own.
 */
export interface EnginePage {
  open(url: string): Promise<void>;
  /** Runs a function in the page. It sees nothing but its arguments, which are JSON as its result is. */
  evaluate<Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args): Promise<Result>;
  /** Clicks the first element of the selector that shows, waiting for it. */
  click(selector: string): Promise<void>;
  /** Types into the first element of the selector that shows, waiting for it. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key where the focus is, with Control held when `control` is set. */
  press(key: Key, options?: { control?: boolean }): Promise<void>;
  /** The page in a frame, waiting for it. */
  frame(selector: string): Promise<EnginePage>;
}

/** One browser; `visit` gives a page with an empty cache and storage. */
export interface Engine {
  name: EngineName;
  version: string;
  visit(): Promise<{ page: EnginePage; problems: string[]; leave(): Promise<void> }>;
  close(): Promise<void>;
}

/** How long a page may take; a loaded machine is slow, not wrong. */
const PATIENCE_MS = 30_000;

/**
 * Waits until `run` gives something true in the page, and gives that.
 * @throws Error with the function's text when it never does.
 */
export async function waitFor<Args extends unknown[], Result>(
  page: Pick<EnginePage, 'evaluate'>,
  run: (...args: Args) => Result,
  ...args: Args
): Promise<NonNullable<Result>> {
  const end = Date.now() + PATIENCE_MS;
  let failure: unknown;
  while (Date.now() < end) {
    try {
      const result = await page.evaluate(run, ...args);
      if (result) return result;
    } catch (error) {
      // The page may have been replaced by the next one meanwhile.
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${run}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, {
    cause: failure,
  });
}

/**
 * Names the first element of the selector that shows, in shadow trees, too, so that each driver finds the same one:
 * `findMarked` does.
 */
export async function mark(page: Pick<EnginePage, 'evaluate'>, selector: string): Promise<string> {
  const name = `engine-${Math.random().toString(36).slice(2)}`;
  await waitFor(
    page,
    (wanted, attribute) => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      const element = all(document).find((one) => one.matches(wanted) && one.checkVisibility());
      element?.setAttribute('data-engine', attribute);
      // At once: a driver may click where a smooth scroll has not arrived yet.
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return element !== undefined;
    },
    selector,
    name,
  );
  return name;
}

/** The element that `mark` named; runs in the page. */
export function findMarked(name: string): Element | undefined {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document).find((element) => element.getAttribute('data-engine') === name);
}
