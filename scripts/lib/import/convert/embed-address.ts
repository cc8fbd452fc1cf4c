import type { Element } from 'hast';

/** The page a visitor can open instead of a frame, video or sound, and the words for the link to it. */
export function embedAddress(node: Element): { url: string; label: string } | undefined {
  const source = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'source');
  const raw = [node.properties['src'], node.properties['data'], source?.properties['src']].find((value) => typeof value === 'string' && value !== '');
  if (typeof raw !== 'string') return undefined;
  const url = watchPage(raw.startsWith('//') ? `https:${raw}` : raw);
  const title = node.properties['title'];
  return { url, label: typeof title === 'string' && title.trim() ? title.trim() : url };
}

/** `https://www.youtube-nocookie.com/embed/abc?rel=0` becomes the page that plays the video. */
function watchPage(url: string): string {
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(url);
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(url);
  return vimeo ? `https://vimeo.com/${vimeo[1]}` : url;
}
