import { openServedContent } from './served-content.ts';

/** What the process says to the one that started it, once. */
export type ContentMessage = { done: true } | { message: string };

/** Makes what a content folder is served from, into the cache, and ends. */
process.on('disconnect', () => process.exit());
const message: ContentMessage = await openServedContent(process.argv[2]!).then(
  () => ({ done: true }),
  (error: Error) => ({ message: error.message }),
);
process.send?.(message, () => process.disconnect());
