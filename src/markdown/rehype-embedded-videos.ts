import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { PLAYERS } from '../site/players.ts';
import { type EmbeddedVideo, embeddedVideo } from './embedded-videos.ts';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { clock } from './videos.ts';

/** Where nothing may stand that is pressed, or nothing but words. */
const NO_PLACE = /^(?:h[1-6]|summary|a|button)$/;

/**
 * `![How to fold the lock](https://www.youtube.com/watch?v=…)` becomes the title as a link to the film's page, which is all
 * that the page says of it: nothing of another site is loaded. `rehypeEmbedScreens` puts a screen above it.
 */
export function rehypeEmbeddedVideos() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (NO_PLACE.test(node.tagName)) visit(node, 'element', (inner) => toTitle(inner, node.tagName === 'a'));
      const video = node.tagName === 'img' ? embeddedVideo(String(node.properties.src)) : undefined;
      if (!video) return;
      const title = titleOf(node, video);
      const properties = { dataPlayer: video.player, dataStart: video.start, dataTitle: title };
      Object.assign(node, element('span', { className: ['embed'], ...properties }, [link(video, title)]));
    });
  };
}

function toTitle(node: Element, isInLink: boolean): void {
  const video = node.tagName === 'img' ? embeddedVideo(String(node.properties.src)) : undefined;
  if (!video) return;
  const title = titleOf(node, video);
  Object.assign(node, isInLink ? element('span', {}, [text(title)]) : link(video, title));
}

function titleOf({ properties: { alt } }: Element, { service }: EmbeddedVideo): string {
  return typeof alt === 'string' && alt.trim() ? alt : PLAYERS[service].name;
}

/** Adds what is pressed to play a film, with its poster if there is one, and says what that does. */
export function rehypeEmbedScreens(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    visit(tree, 'element', (node) => {
      const [title] = node.children;
      if (!node.properties.dataPlayer || title?.type !== 'element') return;
      const video = embeddedVideo(String(title.properties.href));
      if (!video) return;
      const { name: service } = PLAYERS[video.service];
      const poster = options.posterUrl?.(video);
      const time = element('span', { className: ['embed-time'] }, video.start > 0 ? [text(clock(video.start))] : []);
      node.children = [
        element('span', { className: ['embed-screen'] }, [
          ...(poster === undefined ? [] : [posterLink(video, poster)]),
          element('span', { className: ['embed-title'] }, title.children),
          element('button', { type: 'button', className: ['embed-play', 'needs-script'] }, [
            element('span', { className: ['embed-sign'], ariaHidden: 'true' }, []),
            element('span', {}, [text(t('video.play', { service })), text(' '), time]),
          ]),
        ]),
        link(video, t('video.watch', { service })),
      ];
    });
  };
}

/** Leads there without a script; with one the button lies over it. */
function posterLink(video: EmbeddedVideo, src: string): Element {
  const picture = element('img', { src, alt: '', loading: 'lazy', decoding: 'async' }, []);
  const properties = { className: ['embed-poster'], href: video.page, rel: OUTWARD, tabIndex: -1, ariaHidden: 'true' };
  return element('a', properties, [picture]);
}

const OUTWARD = ['external', 'noopener'];

function link({ page }: EmbeddedVideo, title: string): Element {
  return element('a', { href: page, rel: OUTWARD }, [text(title)]);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
