/** Browsers refuse frequent changes of the address (Safari: 100 in 30 seconds), so typing is let settle (ms). */
const SETTLE = 350;

/** The query in the page's address. */
export function addressQuery(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/** Keeps the address in step with the query: typing replaces it, submitting makes a new entry to come back to. */
export class QueryAddress {
  #timer: ReturnType<typeof setTimeout> | undefined;

  typed(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => history.replaceState(null, '', address(query)), SETTLE);
  }

  submitted(query: string): void {
    clearTimeout(this.#timer);
    if (query !== addressQuery() || history.state === null) history.pushState({ submitted: true }, '', address(query));
  }
}

function address(query: string): string {
  return query ? `${location.pathname}?${new URLSearchParams({ q: query })}` : location.pathname;
}
