import { posix } from 'node:path';
import {
  type Context,
  type Emitter,
  Hash,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { emptyRecord } from '../../../../../src/site/own-value.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import { lineAt, textValues } from '../part-values.ts';
import type { Note, SourcePart } from '../source.ts';
import { compactHtml } from './kramdown-html.ts';
import type { LiquidSite } from './liquid-site.ts';
import { themeInclude } from './theme-includes.ts';

/** Deepest includes in one another. */
const deepest = 30;

/** `{% include note.html content="…" %}`, and the same relative to the page or kept by a plugin. */
export function registerIncludes(engine: Liquid, site: LiquidSite): void {
  const parsed = new Map<string, Template[]>();
  const { folder, texts } = site.includes;
  const fileOf = (name: string, isRelative: boolean, ctx: Context): string => {
    if (!isRelative) return folder + name;
    const page = String(ctx.getSync(['page', 'path']) ?? '');
    return posix.join(site.config.source, posix.dirname(page), name);
  };
  const textOf = async (name: string, isRelative: boolean, file: string): Promise<string | undefined> => {
    if (!isRelative) return texts.get(name);
    const text = await site.tree.text(file);
    return text === undefined ? undefined : splitFrontMatter(text).body;
  };

  class IncludeTag extends Tag {
    readonly #name: string;
    readonly #values: Hash;
    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid);
      const [written = ''] = /^(?:\{\{[^}]*\}\}|[^\s{]|\{(?!\{))+/.exec(token.args.trim()) ?? [];
      this.#name = written;
      this.#values = new Hash(token.args.trim().slice(written.length), '=');
    }
    override *render(ctx: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const written = this.#name.includes('{{') ? yield this.liquid.parseAndRender(this.#name, ctx) : this.#name;
      const name = posix
        .normalize(
          String(written)
            .replace(/^["']|["']$/g, '')
            .trim(),
        )
        .replace(/^\/+/, '');
      const values = (yield this.#values.render(ctx)) as Record<string, unknown>;
      const isRelative = this.name === 'include_relative';
      const file = fileOf(name, isRelative, ctx);
      const text = (yield textOf(name, isRelative, file)) as string | undefined;
      const notes = ctx.getRegister<Note[]>('notes', []);
      if (text === undefined) {
        const place = ctx.getRegister<{ template: string; line: number }>('place', { template: '', line: 1 });
        const { input, begin } = this.token;
        const line = input === place.template ? `line ${lineAt(input, begin, place.line)}: ` : '';
        emitter.write(
          themeInclude(name, values, (note) => addOnce(notes, { ...note, detail: `${line}${note.detail}` })),
        );
        return;
      }
      const depth = ctx.getRegister<{ includes: number }>('depth', { includes: 0 });
      if (depth.includes >= deepest) throw new Error(`${name} includes itself`);
      try {
        let templates = isRelative ? undefined : parsed.get(name);
        templates ??= this.liquid.parse(text, name);
        if (!isRelative) parsed.set(name, templates);
        depth.includes += 1;
        ctx.push({ include: Object.assign(emptyRecord(), values) });
        const rendered = String(yield this.liquid.renderer.renderTemplates(templates, ctx));
        ctx.pop();
        depth.includes -= 1;
        ctx
          .getRegister<SourcePart[]>('parts', [])
          .push({ file, text: rendered, values: textValues(Object.entries(values)) });
        emitter.write(/\.html?$/.test(name) ? compactHtml(rendered) : rendered);
      } catch (error) {
        // What is wrong in the part is wrong with the tag that includes it.
        throw isLimit(error) ? error : new Error(messageOf(error, name));
      }
    }
  }
  for (const name of ['include', 'include_relative', 'include_cached']) engine.registerTag(name, IncludeTag);
}

function addOnce(notes: Note[], note: Note): void {
  if (!notes.some(({ kind, detail }) => kind === note.kind && detail === note.detail)) notes.push(note);
}

/** True for a template that takes too long or too much; trying again would be no better. */
export function isLimit(error: unknown): boolean {
  return error instanceof Error && /limit exceeded/.test(error.message);
}

/** What an error says, with the part that it is in. */
export function messageOf(error: unknown, part = ''): string {
  const message = (error instanceof Error ? error.message : String(error))
    .split('\n')[0]!
    .replace(/(?:, file:[^,]*)?, line:\d+, col:\d+/g, '')
    .replace(/\{[{%].{80,}/, '…');
  return part === '' || message.includes(part) ? message : `${part}: ${message}`;
}
