import { FORMATS, type Format } from '../../agents/citation.ts';

const KEY = 'signpost:copy-format';

/** Remembers the form of copies in this browser; without storage it holds for this page. */
export function keepFormat(format: string): void {
  try {
    localStorage.setItem(KEY, format);
  } catch {
    // See above.
  }
}

/** The form chosen last; undefined when there is none. */
export function keptFormat(): Format | undefined {
  try {
    return FORMATS.find((format) => format === localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}
