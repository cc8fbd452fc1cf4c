import { Context, Liquid, LiquidError } from 'liquidjs';
import { emptyRecord } from '../../../../../src/site/own-value.ts';
import type { Page } from '../markdown/system.ts';
import { lineAt } from '../part-values.ts';
import type { Note, SourcePart } from '../source.ts';
import { registerFilters, withMarkedValues } from './liquid-filters.ts';
import { isLimit, messageOf } from './liquid-includes.ts';
import type { LiquidSite } from './liquid-site.ts';
import { LiteralTag, registerTags } from './liquid-tags.ts';

/** Renders the Liquid of a text. What cannot be rendered stays as written, and is noted. */
export type RenderLiquid = (
  text: string,
  variables: Record<string, unknown>,
  page: Pick<Page, 'bodyLine' | 'notes' | 'parts'>,
) => Promise<string>;

/** Most tags of one text that are kept as written; beyond, all of it is. */
const mostKept = 50;
/** For one text: in milliseconds, in characters, and in objects that filters make. */
const limits = { renderLimit: 1_000, parseLimit: 4_000_000, memoryLimit: 4_000_000 };
/** Name under which the text of kept tags is looked up. */
const keptName = 'kept_as_written';

/**
 * Liquid as Jekyll has it, without a way to files: includes and data come from `site`. Jekyll renders pages before their
 * Markdown is read, so tags work in code too.
 */
export function liquidRenderer(site: LiquidSite): RenderLiquid {
  const engine = new Liquid({
    ...limits,
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    ownPropertyOnly: true,
    strictFilters: false,
    relativeReference: false,
    timezoneOffset: 0,
    locale: 'en',
    templates: {},
  });
  registerFilters(engine, site);
  registerTags(engine, site);
  const scope = {
    site: site.variables,
    jekyll: { environment: 'production', version: '4.3.0' },
    layout: emptyRecord<unknown>(),
  };
  return async (text, variables, page) => {
    const { notes } = page;
    if (!/\{[{%]/.test(text)) return text;
    const kept: string[] = [];
    /** With the line where each was first. */
    const reasons = new Map<string, number>();
    let template = withMarkedValues(text);
    const end = performance.now() + limits.renderLimit;
    for (;;) {
      try {
        const context = new Context(
          { ...scope, page: variables, [keptName]: kept },
          engine.options,
          {},
          { liquid: engine },
        );
        const parts: SourcePart[] = [];
        context.setRegister('notes', notes);
        context.setRegister('parts', parts);
        context.setRegister('place', { template, line: page.bodyLine });
        const rendered: unknown = await engine.parseAndRender(template, context);
        for (const [reason, line] of reasons) notes.push(tagKept(reason, line));
        page.parts?.push(...parts);
        return String(rendered);
      } catch (error) {
        const place = placeOf(error, template);
        const unknown = /^tag "([^"]{1,80})" not found/.exec(messageOf(error))?.[1];
        if (place && unknown !== undefined && !(unknown in engine.tags)) {
          engine.registerTag(unknown, LiteralTag);
          continue;
        }
        if (!place || kept.length >= mostKept || performance.now() > end) {
          notes.push({
            level: 'lost',
            kind: 'liquid-failed',
            detail: `its Liquid could not be rendered (${messageOf(error)}); all its tags stand in the text as written`,
          });
          return text;
        }
        const reason = messageOf(error);
        if (!reasons.has(reason)) reasons.set(reason, lineAt(template, place[0], page.bodyLine));
        const tag = template.slice(...place);
        kept.push(tag);
        // With its ends of lines, so that the lines of later tags stay right.
        const ends = tag.replace(/[^\n]/g, '');
        template = `${template.slice(0, place[0])}{{ ${keptName}[${kept.length - 1}]${ends} }}${template.slice(place[1])}`;
      }
    }
  };
}

function tagKept(reason: string, line: number): Note {
  return {
    level: 'lost',
    kind: 'liquid-failed',
    detail: `line ${line}: a tag could not be rendered and stands in the text as written: ${reason}`,
  };
}

/** Where in the template the tag stands that an error is about; undefined when that is not known. */
function placeOf(error: unknown, template: string): [number, number] | undefined {
  if (!LiquidError.is(error) || isLimit(error)) return undefined;
  const { input, begin } = error.token;
  if (input !== template) return undefined;
  // What follows a {% raw %} that nobody closes must not be read.
  if (error.message.startsWith('raw ')) return [template.lastIndexOf('{%', begin - 1), template.length];
  const start = Math.max(template.lastIndexOf('{{', begin), template.lastIndexOf('{%', begin));
  if (start < 0) return undefined;
  // Of what nobody closes only the opening is no text.
  const end = template.indexOf(template.charAt(start + 1) === '%' ? '%}' : '}}', start);
  const next = template.slice(start + 2).search(/\{[{%]/);
  return [start, end < 0 || (next >= 0 && start + 2 + next < end) ? start + 2 : end + 2];
}
