import {
  type Context,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { block } from '../dialect/blocks.ts';
import { videoAddress, videoOrLink } from '../dialect/video-markdown.ts';
import { registerIncludes } from './liquid-includes.ts';
import type { LiquidSite } from './liquid-site.ts';
import { permalinkOf } from './permalinks.ts';

type TagClass = Liquid['tags'][string];

/** A tag that nothing is known about: it stands in the text as written. */
export class LiteralTag extends Tag {
  readonly #text: string;
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    this.#text = token.getText();
  }
  override render(): string {
    return this.#text;
  }
}

/** What stands around a tag while it is written. */
interface Place {
  ctx: Context;
  /** The words of the tag behind its name, with `{{ … }}` in them rendered. */
  args: string;
  /** White space before the tag on its line. */
  indent: string;
}

/** The tags that Jekyll and widespread plugins add to Liquid. */
export function registerTags(engine: Liquid, site: LiquidSite): void {
  registerIncludes(engine, site);
  const write = (names: string[], text: (place: Place, name: string) => string): void => {
    for (const name of names)
      engine.registerTag(
        name,
        single((place) => text(place, name)),
      );
  };
  const around = (names: string[], text: (inner: string, place: Place, name: string) => string): void => {
    for (const name of names)
      engine.registerTag(
        name,
        paired((inner, place) => text(inner, place, name)),
      );
  };
  write(['link'], ({ args }) => linkTo(site, args));
  write(['post_url'], ({ args }) => linkTo(site, args, true));
  write(['seo', 'feed_meta', 'toc', 'csrf_meta_tags'], () => '');
  write(['youtube', 'vimeo', 'video'], ({ args }, name) => videoTag(name, args));
  write(['gist'], ({ args }) => `<https://gist.github.com/${encodeURI(args.split(/\s+/)[0] ?? '')}>`);
  around(['highlight', 'code', 'codeblock'], (inner, { args, indent }) => code(inner, args.split(/\s+/)[0], indent));
  around(['mermaid'], (inner, { indent }) => code(inner, 'mermaid', indent));
  around(['note', 'tip', 'important', 'warning', 'caution'], (inner, { args }, name) =>
    block(name as 'note', inner, unquoted(args)),
  );
  around(['info', 'danger'], (inner, { args }, name) =>
    block(name === 'info' ? 'note' : 'caution', inner, unquoted(args)),
  );
  around(['details', 'spoiler', 'collapse'], (inner, { args }) => block('details', inner, unquoted(args)));
  around(['tabs'], (inner) => block('tabs', inner));
  // jekyll-tabs writes the name of the group first: {% tab install Linux %}.
  around(['tab'], (inner, { args }) => block('tab', inner, unquoted(args.replace(/^\S+\s+(?=\S)/, ''))));
}

/** A tag that stands alone; `text` says what readers saw of it. */
function single(text: (place: Place) => string): TagClass {
  return class extends Tag {
    override *render(ctx: Context): Generator<unknown, string, string> {
      return text({ ctx, args: yield argumentsOf(this.token, ctx, this.liquid), indent: indentOf(this.token) });
    }
  };
}

/** A tag with an end, and templates in between. */
function paired(text: (inner: string, place: Place) => string): TagClass {
  return class extends Tag {
    readonly #templates: Template[] = [];
    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, rest, liquid);
      const stream = parser.parseStream(rest);
      stream
        .on(`tag:end${token.name}`, () => void stream.stop())
        .on<Template>('template', (template) => void this.#templates.push(template))
        .on('end', () => {
          throw new Error(`tag ${token.getText()} not closed`);
        })
        .start();
    }
    override *render(ctx: Context): Generator<unknown, string, string> {
      const inner = yield this.liquid.renderer.renderTemplates(this.#templates, ctx);
      return text(inner, { ctx, args: yield argumentsOf(this.token, ctx, this.liquid), indent: indentOf(this.token) });
    }
  };
}

/** The words behind a tag's name, with what stands in them as `{{ … }}` rendered. */
async function argumentsOf(token: TagToken, ctx: Context, liquid: Liquid): Promise<string> {
  if (!token.args.includes('{{')) return token.args.trim();
  return String(await liquid.parseAndRender(token.args, ctx)).trim();
}

function indentOf({ input, begin }: TagToken): string {
  return /(?:^|\n)([ \t]*)$/.exec(input.slice(Math.max(0, begin - 200), begin))?.[1] ?? '';
}

/** @throws Error when there is no such page or file; Jekyll does not build such a site. */
function linkTo({ config, pages, tree }: LiquidSite, args: string, isPost = false): string {
  const path = args.replace(/^["']|["']$/g, '').replace(/^\/+/, '');
  const file = isPost
    ? [...pages.values()].find(
        (page) => page.kind === 'post' && (page.below === path || page.below.split('/').at(-1) === path),
      )
    : pages.get(config.source + path);
  if (file) return encodeURI(permalinkOf(file, config) ?? `/${file.path}`);
  if (!isPost && tree.has(config.source + path)) return encodeURI(`/${path}`);
  throw new Error(`there is no ${isPost ? 'post' : 'file'} ${path.slice(0, 80)} to link to`);
}

/** `{% youtube dQw4w9WgXcQ 560 315 %}`, `{% video /films/fold.mp4 %}`. */
function videoTag(name: string, args: string): string {
  const given = unquoted(args.split(/\s+/)[0] ?? '');
  return videoOrLink(/^[^:?]*\.\w{3,4}$/.test(given) ? given : videoAddress(name, given));
}

/** A fence as deep as the tag stood, longer than any in the code. */
function code(inner: string, language: string | undefined, indent: string): string {
  const longest = Math.max(2, ...(inner.match(/`{3,}/g) ?? []).map((mark) => mark.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language ?? ''}\n${inner.replace(/^[ \t]*\n/, '').trimEnd()}\n${indent}${fence}`;
}

function unquoted(text: string): string {
  return text.replace(/^(?:title=)?["'](.*)["']$/, '$1').trim();
}
