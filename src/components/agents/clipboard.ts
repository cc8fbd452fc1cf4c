import { type ClipboardContent, FORMATS, type Format } from '../../agents/citation.ts';
import { browserStorage } from '../guarded-storage.ts';

const FORMAT_KEY = 'signpost:copy-format';

/** Puts a citation onto the clipboard; false when the browser does not allow it. */
export async function writeToClipboard(content: ClipboardContent): Promise<boolean> {
  // A help desk that grants its frames no clipboard would have each attempt reported as an error.
  if (parent !== window && copyByCommand(content)) return true;
  const { text, html } = content;
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
      ]);
    return true;
  } catch {
    return copyByCommand(content);
  }
}

/** The older way, which needs no grant by the page around a frame. */
function copyByCommand({ text, html }: ClipboardContent): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    // What is selected on the page must not be copied instead.
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  // Nothing that is not deprecated can do it.
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return done && taken;
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
