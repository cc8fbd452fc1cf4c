/** The suggestion that was open longest, and for how many whole seconds. */
export interface Reading {
  read: string | null;
  seconds: number;
}

/** Measures how long each suggestion below the contact form is open while the page is seen. */
export function measureReading(now = () => Date.now()): () => Reading {
  const spent = new Map<string, number>();
  const open = new Map<string, number>();

  const begin = (article: string): void => {
    if (!open.has(article)) open.set(article, now());
  };
  const end = (article: string): void => {
    const since = open.get(article);
    if (since !== undefined) spent.set(article, (spent.get(article) ?? 0) + now() - since);
    open.delete(article);
  };
  // toggle events do not bubble, but they are captured.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      const article =
        target instanceof HTMLDetailsElement && target.matches('.suggested-answer')
          ? target.dataset.article
          : undefined;
      if (article === undefined) return;
      if ((target as HTMLDetailsElement).open) begin(article);
      else end(article);
    },
    { capture: true },
  );

  return () => {
    for (const article of [...open.keys()]) end(article);
    const [read, time] = [...spent].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
    return { read, seconds: Math.min(86_400, Math.floor(time / 1000)) };
  };
}
