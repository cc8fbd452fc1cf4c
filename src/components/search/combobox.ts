import type { Update } from '../../search/browser/engine-types.ts';
import type { SearchSession } from '../../search/browser/session.ts';
import { ActiveOption } from './active-option.ts';
import type { BoxConfig, SearchTranslate } from './config.ts';
import { element, redraw } from './elements.ts';
import type { Elsewhere } from './elsewhere.ts';
import { announcer, markProgress } from './progress.ts';
import { suggestions } from './suggestions.ts';
import { typedQuery } from './typed-query.ts';

/** The elements of a box that SearchBox.astro renders. */
export interface BoxParts {
  form: HTMLFormElement;
  input: HTMLInputElement;
  panel: HTMLElement;
  note: HTMLElement;
  list: HTMLElement;
  status: HTMLElement;
}

/**
 * An editable combobox with a list of suggestions, after the ARIA Authoring Practices: focus stays in the
 * input, arrows move through the rows, Enter opens the active one or the results page, Escape closes the
 * list and then empties the input, Home and End and every other key belong to the text.
 */
export class Combobox {
  readonly #parts: BoxParts;
  readonly #config: BoxConfig;
  readonly #t: SearchTranslate;
  readonly #session: SearchSession;
  readonly #active: ActiveOption;
  readonly #announce: (message: string) => void;
  #query = '';
  /** Of the panel, in pixels, as it was last painted. */
  #height = 0;
  /** The article under a pointer that has moved since this query began; a resting pointer holds nothing. */
  #pointed: string | undefined;
  constructor(parts: BoxParts, config: BoxConfig, t: SearchTranslate, session: SearchSession) {
    this.#parts = parts;
    this.#config = config;
    this.#t = t;
    this.#session = session;
    this.#active = new ActiveOption(parts.input, parts.list);
    this.#announce = announcer(parts.status);
  }

  /** Begins to listen, and searches for what was typed before this code arrived. */
  start(): void {
    this.#listen();
    const { panel } = this.#parts;
    // Asked for with every key, it would cost a layout each.
    new ResizeObserver(() => (this.#height = panel.offsetHeight)).observe(panel);
    this.#typed('composing' in this.#parts.form.dataset);
    if (!this.#query && this.#config.examples) void this.#showExamples();
  }

  /** Draws a step of the newest search, with what is said of a question in another language. */
  show(update: Update, elsewhere: Elsewhere | undefined): void {
    const { panel } = this.#parts;
    // Of an answer that is still on its way the list may only grow: its end would go up and down with every key.
    panel.style.minBlockSize = update.state === 'searching' ? `${this.#height}px` : '';
    markProgress(panel, update);
    if (update.query) this.#draw(update, elsewhere);
    else if (this.#config.examples) void this.#showExamples();
    else this.#close();
  }

  #draw(update: Update, elsewhere: Elsewhere | undefined): void {
    const { note, list } = this.#parts;
    const active = this.#active.option;
    const context = { config: this.#config, t: this.#t, id: list.id, elsewhere };
    const { note: sentences, groups, message } = suggestions(update, context);
    // While a new query is on its way, the rows of the one before stay: an empty flash would only distract.
    if (update.state === 'searching' && groups.length === 0 && list.childElementCount > 0) return;
    note.replaceChildren(...sentences);
    note.hidden = sentences.length === 0;
    redraw(list, groups);
    this.#active.restore(active?.id);
    if (update.state === 'offline' || update.state === 'broken') note.append(' ', this.#retryButton());
    if (document.activeElement === this.#parts.input) this.#open();
    this.#announce(message);
  }

  /** What might be asked, while nothing is. */
  async #showExamples(): Promise<void> {
    const { input, list, note } = this.#parts;
    const { exampleRows } = await import('./examples.ts');
    if (this.#query) return;
    note.hidden = true;
    redraw(list, exampleRows(list.id, this.#config, this.#t));
    if (document.activeElement === input) this.#open();
  }

  /** Tells the session which row is under the keyboard or the pointer, and must not move. */
  #hold(): void {
    const { option } = this.#active;
    if (option && !option.dataset.article) this.#session.read();
    this.#session.hold(option?.dataset.article ?? this.#pointed);
  }

  #listen(): void {
    const { form, input, list } = this.#parts;
    input.addEventListener('input', (event) => this.#typed((event as InputEvent).isComposing));
    input.addEventListener('compositionend', () => this.#typed(false));
    input.addEventListener('keydown', (event) => this.#key(event));
    for (const event of ['focus', 'click'])
      input.addEventListener(event, () => (this.#query || this.#config.examples) && this.#open());
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!form.contains(relatedTarget as Node | null)) this.#close();
    });
    list.addEventListener('pointermove', ({ target }) => {
      this.#pointed = (target as Element).closest<HTMLElement>('[data-article]')?.dataset.article;
      this.#hold();
    });
    list.addEventListener('pointerleave', () => {
      this.#pointed = undefined;
      this.#hold();
    });
    this.#parts.panel.addEventListener('scroll', () => this.#session.read(), { passive: true });
    // Pressing a row would take the focus from the input and close the list under the click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  #typed(composing: boolean): void {
    const query = typedQuery(this.#parts.input.value, composing);
    if (query === undefined || query === this.#query) return;
    this.#query = query;
    this.#pointed = undefined;
    this.#active.select(undefined);
    this.#session.search({
      text: query,
      partial: !/\s$/u.test(this.#parts.input.value),
      limit: this.#config.suggestions,
      preview: true,
    });
  }

  #key(event: KeyboardEvent): void {
    // The Enter that ends a composition confirms characters; it is not meant for the list.
    if (event.isComposing || event.keyCode === 229) return;
    const open = !this.#parts.panel.hidden;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open && (this.#query || this.#config.examples)) this.#open();
      else if (!event.altKey) this.#move(key === 'ArrowDown' ? 1 : -1);
      else if (key === 'ArrowUp') this.#close();
    } else if (key === 'Enter' && open && this.#active.option) {
      event.preventDefault();
      this.#active.option.click();
    } else if (key === 'Escape' && (open || this.#parts.input.value)) {
      event.preventDefault();
      if (open) this.#close();
      else this.#empty();
    } else if (key === 'Home' || key === 'End' || key === 'ArrowLeft' || key === 'ArrowRight') {
      this.#active.select(undefined);
      this.#hold();
    }
  }

  #move(step: 1 | -1): void {
    this.#active.move(step);
    this.#hold();
  }

  #empty(): void {
    this.#parts.input.value = '';
    this.#typed(false);
  }

  #open(): void {
    const { input, panel, list, note } = this.#parts;
    if (list.childElementCount === 0 && note.hidden) return;
    // On a phone half the screen is keyboard: the box moves up so that the list has the other half.
    if (panel.hidden && matchMedia('(hover: none)').matches) this.#parts.form.scrollIntoView({ block: 'start' });
    panel.hidden = false;
    input.setAttribute('aria-expanded', String(list.childElementCount > 0));
  }

  #close(): void {
    const { input, panel } = this.#parts;
    panel.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    this.#active.select(undefined);
  }

  #retryButton(): HTMLButtonElement {
    const button = element('button', 'search-retry', this.#t('retry'));
    button.type = 'button';
    button.addEventListener('click', () => {
      this.#parts.input.focus();
      this.#session.retry();
    });
    return button;
  }
}
