/**
 * What one page of a visit tells the next, in this tab only: sessionStorage ends with the tab and is never sent.
 * Without storage each page stands alone.
 */
export function readNote(name: string): string | undefined {
  try {
    return sessionStorage.getItem(`signpost:count:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a note, or removes it. */
export function writeNote(name: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(`signpost:count:${name}`);
    else sessionStorage.setItem(`signpost:count:${name}`, text);
  } catch {
    // See readNote.
  }
}
