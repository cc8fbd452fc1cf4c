/** Which option of a listbox is active; focus itself stays in the input (aria-activedescendant). */
export class ActiveOption {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
  }

  get option(): HTMLAnchorElement | undefined {
    return this.#list.querySelector<HTMLAnchorElement>('[aria-selected="true"]') ?? undefined;
  }

  get #options(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
  }

  /** Moves by `step` options, from the input to the first or last one and back past the ends. */
  move(step: 1 | -1): void {
    const options = this.#options;
    const active = this.option;
    const from = active ? options.indexOf(active) : step > 0 ? -1 : options.length;
    this.select(options[from + step]);
  }

  /** Makes an option active, or none when undefined. */
  select(option: HTMLAnchorElement | undefined): void {
    this.option?.setAttribute('aria-selected', 'false');
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  /** Keeps the option of the same id active after the list was drawn anew. */
  restore(id: string | undefined): void {
    this.select(id === undefined ? undefined : this.#options.find((option) => option.id === id));
  }
}
