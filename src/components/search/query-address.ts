/** Browsers refuse frequent changes of the address (Safari: 100 in 30 seconds), so typing is let settle (ms). */
const SETTLE = 350;

/** The query in the page's address. */
export function addressQuery(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/**
 * Keeps the address in step with the query. A question that was asked (submitted, or come to by a link) stays a step
 * to go back to; what is typed after it becomes one further step, which goes on changing until it is submitted.
 */
export class QueryAddress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the present step may still change. */
  #draft = addressQuery() === '';

  typed(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(query), SETTLE);
  }

  submitted(query: string): void {
    clearTimeout(this.#timer);
    this.#write(query);
    this.#draft = query === '';
  }

  /** To be called when the visitor went back or forward. */
  moved(): void {
    clearTimeout(this.#timer);
    this.#draft = addressQuery() === '';
  }

  #write(query: string): void {
    if (query === addressQuery()) return;
    const address = query ? `${location.pathname}?${new URLSearchParams({ q: query })}` : location.pathname;
    if (this.#draft) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#draft = true;
  }
}
