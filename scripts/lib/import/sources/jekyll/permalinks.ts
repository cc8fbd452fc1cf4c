import type { JekyllConfig } from './config.ts';
import type { SiteFile } from './site-files.ts';

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/**
 * The address of a page by Jekyll's rules (jekyllrb.com/docs/permalinks), below `baseurl`; undefined where its pattern
 * asks for a day that it has not. `/billing/refund/`.
 */
export function permalinkOf(file: SiteFile, config: JekyllConfig): string | undefined {
  const own = file.front.permalink;
  const pattern = typeof own === 'string' && own.trim() ? own.trim() : patternFor(file, config);
  const places = placeholdersOf(file);
  let isComplete = true;
  const path = pattern.replace(/:([a-z_]+)/g, (written, name: string) => {
    if (!Object.hasOwn(places, name)) return written;
    isComplete &&= places[name] !== undefined;
    return places[name] ?? '';
  });
  return isComplete ? `/${path}`.replace(/\/{2,}/g, '/') : undefined;
}

function patternFor(file: SiteFile, { permalink, collections }: JekyllConfig): string {
  if (file.kind === 'page')
    return /(^|\/)index$/.test(file.below) ? '/:path/' : withSuffix('/:path/:basename', permalink);
  if (file.kind === 'document' || collections.get('posts')?.permalink !== undefined)
    return collections.get(file.collection ?? '')?.permalink ?? withSuffix('/:collection/:path', permalink);
  return styles[permalink] ?? permalink;
}

/** The end that the style of all addresses has. */
function withSuffix(pattern: string, style: string): string {
  if (style === 'pretty' || (styles[style] === undefined && style.endsWith('/'))) return `${pattern}/`;
  return styles[style] !== undefined || style.endsWith(':output_ext') ? `${pattern}:output_ext` : pattern;
}

function placeholdersOf(file: SiteFile): Record<string, string | undefined> {
  const parts = file.below.split('/');
  const basename = parts.at(-1) ?? '';
  const ext = '.html';
  if (file.kind === 'page') return { path: parts.slice(0, -1).join('/'), basename, output_ext: ext };
  const undated = file.kind === 'document' ? basename : basename.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
  const slug = typeof file.front.slug === 'string' ? file.front.slug : undefined;
  const categories = [...new Set([...file.categories, ...categoriesOf(file)].map((one) => one.toLowerCase()))];
  return {
    collection: file.collection,
    path: file.below,
    name: slugify(basename, false),
    title: slugify(slug ?? undated, true),
    slug: slugify(slug ?? undated, false),
    categories: categories.join('/'),
    slugified_categories: categories.map((one) => slugify(one, false)).join('/'),
    output_ext: ext,
    ...datePlaces(file.date),
  };
}

function categoriesOf({ front }: SiteFile): string[] {
  const value: unknown = front.categories ?? front.category;
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : [];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}

function datePlaces(date: string | undefined): Record<string, string | undefined> {
  const names = ['year', 'month', 'day', 'hour', 'minute', 'second', 'i_day', 'i_month', 'short_year', 'y_day', 'week'];
  const [year, month, day] = date?.split('-') ?? [];
  const time = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (!year || !month || !day || Number.isNaN(time)) return Object.fromEntries(names.map((name) => [name, undefined]));
  const moment = new Date(time);
  const dayOfYear = Math.round((time - Date.UTC(Number(year), 0, 1)) / 86_400_000) + 1;
  const weekday = moment.getUTCDay() || 7;
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' }).format(moment);
  return {
    year,
    month,
    day,
    hour: '00',
    minute: '00',
    second: '00',
    i_day: String(Number(day)),
    i_month: String(Number(month)),
    short_year: year.slice(2),
    y_day: String(dayOfYear).padStart(3, '0'),
    week: String(Math.floor((dayOfYear - weekday + 10) / 7)).padStart(2, '0'),
    short_day: name({ weekday: 'short' }),
    long_day: name({ weekday: 'long' }),
    short_month: name({ month: 'short' }),
    long_month: name({ month: 'long' }),
  };
}

/** Jekyll's slug: words joined by hyphens; `pretty` keeps capitals and the signs that addresses may have. */
function slugify(text: string, pretty: boolean): string {
  const slug = text
    .replace(pretty ? /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu : /[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return pretty ? slug : slug.toLowerCase();
}

/** One spelling of an address or a path, to compare them: `/docs/A/index.html`, `docs/a.md` and `/docs/a/` are one. */
export function bareAddress(address: string): string {
  return address
    .replace(/[?#].*/s, '')
    .toLowerCase()
    .split('/')
    .filter(Boolean)
    .join('/')
    .replace(/\.(?:md|markdown|html?)$/, '')
    .replace(/(^|\/)index$/, '');
}
