import path from 'node:path';
import type { ViteDevServer } from 'vite';

/** Editors save in bursts (a rename, a write, a touch); one reading serves the burst. */
const SETTLE_MS = 60;

/** Calls `react` after a burst of changes below `root`. */
export function watchContent(watcher: ViteDevServer['watcher'], root: string, react: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = (file: string): void => {
    // With the separators of this system, which watchers need not use.
    if (!path.resolve(file).startsWith(root + path.sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Never two at once: a later reading must win over an earlier one.
      running = running
        .then(react)
        .catch((error: Error) =>
          console.error(
            `An edit could not be taken over: ${error.message}. Save the file again, or restart npm run dev.`,
          ),
        );
    }, SETTLE_MS);
  };
  watcher.add(root);
  watcher.on('change', changed).on('add', changed).on('unlink', changed);
}
