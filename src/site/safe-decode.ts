/** Percent-encoding undone; text in which it is malformed, such as `100%`, stays as it is. */
export function safeDecode(text: string): string {
  return attempt(decodeURIComponent, text) ?? text;
}

/** The same for a whole address: what separates its parts (`%2F`, `%23` …) stays encoded. */
export function safeDecodeUri(url: string): string {
  return tryDecodeUri(url) ?? url;
}

/** As `safeDecodeUri`, but undefined for a malformed address. */
export function tryDecodeUri(url: string): string | undefined {
  return attempt(decodeURI, url);
}

function attempt(decode: (text: string) => string, text: string): string | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}
