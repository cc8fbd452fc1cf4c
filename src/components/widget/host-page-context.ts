const PREFIX = 'signpost:';

/**
 * What the page around the widget is about, at most 200 characters; '' when it does not say. It says so once, in the
 * frame's first address. Kept in the frame's name, which stays with it from page to page even where browsers let
 * frames of other sites store nothing: whoever comes back from an article finds the same suggestions.
 */
export function wordsOfPageAround(): string {
  const told = new URLSearchParams(location.search).get('context');
  if (told !== null && parent !== window) window.name = PREFIX + told;
  const words = told ?? (window.name.startsWith(PREFIX) ? window.name.slice(PREFIX.length) : '');
  return words.trim().slice(0, 200);
}
