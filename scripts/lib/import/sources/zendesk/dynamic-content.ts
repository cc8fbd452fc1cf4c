import { z } from 'zod';
import type { HelpDeskExport } from '../export/help-desk.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import { valid } from '../records.ts';
import type { Note, SourcePart, SourceSite } from '../source.ts';
import { largestArticle } from '../source-files.ts';
import { markedValue } from '../value-marks.ts';

const id = z.union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
/** An item of dynamic content, as Zendesk's ticketing API lists it. */
const itemForm = z.looseObject({
  placeholder: z.string().max(200),
  variants: z.array(
    z.looseObject({
      content: z.string(),
      locale_id: id,
      default: z.boolean().nullish(),
      active: z.boolean().nullish(),
    }),
  ),
});
const localeForm = z.looseObject({ id, locale: z.string().regex(localeTag) });

/** What a placeholder says in each language; '' is the language for which there is no other. */
type Texts = ReadonlyMap<string, string>;

/** Dynamic content by its name, such as `opening_hours` of `{{dc.opening_hours}}`. */
export type DynamicContent = ReadonlyMap<string, Texts>;

const placeholder = /\{\{\s{0,9}dc\.([\w.-]{1,150})\s{0,9}\}\}/g;
/** Items in one another at most. */
const deepest = 5;

/** Reads the items of an export, and says when their languages are not known. */
export function readDynamicContent(records: HelpDeskExport, { skipped, notes }: SourceSite): DynamicContent {
  const locales = new Map(
    valid(localeForm, records.of('locale'), 'locale', skipped).map((one) => [one.id, localeCode(one.locale)]),
  );
  const found = new Map<string, Texts>();
  let unknown = 0;
  for (const { placeholder: written, variants } of valid(
    itemForm,
    records.of('placeholder'),
    'dynamic content',
    skipped,
  )) {
    const name = /^\{\{\s*dc\.([\w.-]+)\s*\}\}$/.exec(written)?.[1];
    const active = variants.filter((variant) => variant.active !== false);
    const usual = active.find((variant) => variant.default) ?? active[0];
    if (name === undefined || !usual) continue;
    unknown += active.filter((variant) => variant !== usual && !locales.has(variant.locale_id)).length;
    const texts = active.flatMap(({ locale_id, content }) => {
      const locale = locales.get(locale_id);
      return locale === undefined ? [] : [[locale, content] as const];
    });
    found.set(name, new Map([['', usual.content], ...texts]));
  }
  if (unknown > 0)
    notes.push({
      level: 'lost',
      kind: 'locales-missing',
      detail: `${unknown === 1 ? '1 text of dynamic content is' : `${unknown} texts of dynamic content are`} in languages that no file tells about, so the default one stands for each. Save /api/v2/locales.json too, into the same folder, and import again.`,
    });
  return found;
}

/** What stands around a text with placeholders. */
interface Place {
  content: DynamicContent;
  locale: string;
  notes: Note[];
  parts: SourcePart[];
}

/** A body in HTML with what its placeholders say: one line as a value that articles share, more as a text that they share. */
export function withDynamicContent(html: string, place: Place): string {
  return filled(html, place, newBudget(), 0, (name, text) => {
    const lines = text.replace(/\r\n?/g, '\n').trim();
    const shown = escaped(lines);
    if (!lines.includes('\n')) return shown === lines ? markedValue(`dc.${name}`, lines) : shown;
    place.parts.push({ file: `dynamic-content/${name}`, text: lines });
    return shown.replace(/\n\s*\n/g, '</p><p>').replaceAll('\n', '<br>');
  });
}

/** A title with what its placeholders say, in one line. */
export function titleWithContent(title: string, place: Place): string {
  return filled(title, place, newBudget(), 0, (_name, text) => text.replace(/\s+/g, ' ').trim());
}

/** Items that hold each other several times multiply. */
const newBudget = (): { left: number } => ({ left: largestArticle });

function filled(
  text: string,
  place: Place,
  budget: { left: number },
  depth: number,
  shown: (name: string, text: string) => string,
): string {
  return text.replace(placeholder, (written, name: string) => {
    const texts = place.content.get(name);
    const own = texts && (texts.get(place.locale) ?? texts.get(place.locale.split('-')[0] ?? '') ?? texts.get(''));
    if (own === undefined || depth >= deepest) {
      lost(place.notes, written, own === undefined ? 'is dynamic content that no file tells about' : 'contains itself');
      return written;
    }
    budget.left -= own.length + written.length;
    if (budget.left < 0) return written;
    const whole = filled(own, place, budget, depth + 1, (_, inner) => inner);
    return shown(name, whole);
  });
}

function lost(notes: Note[], written: string, why: string): void {
  const detail = `${written} ${why}, and stands in the text as written`;
  if (!notes.some((note) => note.detail === detail))
    notes.push({ level: 'lost', kind: 'dynamic-content-missing', detail });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
