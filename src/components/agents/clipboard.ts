import { type ClipboardContent, FORMATS, type Format } from '../../agents/citation.ts';
import { browserStorage } from '../guarded-storage.ts';

const FORMAT_KEY = 'signpost:copy-format';

/** Puts a citation onto the clipboard; false when the browser does not allow it. */
export async function writeToClipboard({ text, html }: ClipboardContent): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
      ]);
    return true;
  } catch {
    return false;
  }
}

function blob(text: string, type: string): Blob {
  return new Blob([text], { type });
}

/** Remembers the format of copies in this browser; without storage it holds for this page. */
export function setPreferredFormat(format: string): void {
  browserStorage.set(FORMAT_KEY, format);
}

/** The format chosen last; undefined when there is none. */
export function preferredFormat(): Format | undefined {
  const stored = browserStorage.get(FORMAT_KEY);
  return FORMATS.find((format) => format === stored);
}
