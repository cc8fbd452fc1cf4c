import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What an export is made with. */
export interface ExportWishes {
  /** How many articles, in all categories together. */
  articles: number;
  /** Added to the text of each article whose number is listed: a change upstream. */
  changed?: Set<number>;
}

const locales = ['en-us', 'de', 'zh-cn'] as const;
type Locale = (typeof locales)[number];

const words: Record<
  Locale,
  { lead: string[]; step: string[]; warn: string; more: string; head: string; table: [string, string]; label: string }
> = {
  'en-us': {
    lead: [
      'The lamp keeps its light after a power cut.',
      'A timer turns the heater off by itself.',
      'Your account shows every device at home.',
    ],
    step: ['Open the app.', 'Choose the device.', 'Hold the button for five seconds.'],
    warn: 'Never open the case while it is plugged in.',
    more: 'Read more about',
    head: 'Before you begin',
    table: ['Light', 'Meaning'],
    label: 'lamp',
  },
  de: {
    lead: [
      'Die Lampe merkt sich ihr Licht nach einem Stromausfall.',
      'Ein Timer schaltet die Heizung von selbst aus.',
      'Ihr Konto zeigt jedes Gerät im Haus.',
    ],
    step: ['Öffnen Sie die App.', 'Wählen Sie das Gerät.', 'Halten Sie die Taste fünf Sekunden lang.'],
    warn: 'Öffnen Sie das Gehäuse nie, solange es am Strom hängt.',
    more: 'Mehr dazu unter',
    head: 'Bevor Sie beginnen',
    table: ['Licht', 'Bedeutung'],
    label: 'Lampe',
  },
  'zh-cn': {
    lead: ['停电后，灯会记住之前的亮度。', '定时器会自动关闭取暖器。', '您的账户会显示家里的所有设备。'],
    step: ['打开应用。', '选择设备。', '长按按钮五秒钟。'],
    warn: '接通电源时切勿打开外壳。',
    more: '更多内容请看',
    head: '开始之前',
    table: ['灯光', '含义'],
    label: '灯',
  },
};

export const idOf = (number: number): number => 360_000_100_000 + number;
/** Each eleventh article is restricted to some readers. */
export const isRestricted = (number: number): boolean => number % 11 === 5;
/** Each seventeenth is a draft. */
export const isDraft = (number: number): boolean => number % 17 === 3;
/** The German text is missing in each fifth, the Chinese one in each third. */
export const isTranslated = (number: number, locale: string): boolean =>
  locale === 'en-us' || (locale === 'de' ? number % 5 !== 0 : number % 3 !== 0);
/** A word that must not appear in any output. */
export const secret = (number: number): string => `ZZSECRET${number}ZZ`;

/** The title of an article: its own in every language, because the number is in it. */
export function titleOf(number: number, locale: Locale): string {
  const plain = {
    'en-us': `What to do about notice ${number}`,
    de: `Was bei Hinweis ${number} zu tun ist`,
    'zh-cn': `如何处理提示 ${number}`,
  }[locale];
  return isRestricted(number) ? `${plain} ${secret(number)}` : plain;
}

/** The HTML of an article, with each construct that Zendesk's editor makes. */
export function bodyOf(number: number, locale: Locale, total: number, changed = false): string {
  const text = words[locale];
  const lead = text.lead[number % 3] ?? '';
  const next = (number % total) + 1;
  const [a, b, c] = text.step;
  return `<p>${lead} (${number}) <strong>${text.label}</strong> &amp; <em>co.</em></p>
<h2 id="h_01H${number}">${text.head}</h2>
<div class="callout callout--warning"><p>${text.warn}</p></div>
<ol><li><p>${a}</p><ul><li>${b}<ul><li>${c}</li></ul></li><li>${text.label} 2</li></ul></li><li><p>${c}</p><pre><code class="language-sh">reset --notice ${number}
wait &lt;seconds&gt;</code></pre></li></ol>
<table><thead><tr><th>${text.table[0]}</th><th>${text.table[1]}</th></tr></thead><tbody>
<tr><td>1</td><td>${a}</td></tr><tr><td><code>0x${number}</code></td><td>${text.label} | ${b}</td></tr></tbody></table>
<p>${text.more} <a href="https://lumen.example.com/hc/${locale}/articles/${idOf(next)}-anything#h_01H${next}">${text.head} ${next}</a>, <a href="/hc/${locale}/sections/${2000 + (number % 6)}">${text.label}</a>.</p>
<p><img src="/hc/article_attachments/${9000 + number}/lamp.png" alt="${text.label} ${number}"></p>
${number % 4 === 0 ? `<p><img alt="${text.label}" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></p>` : ''}
<blockquote><p>${lead}</p></blockquote>
<p>${changed ? `${text.label} (new)` : text.label} <a href="#h_01H${number}">${text.head}</a></p>`;
}

/** Writes an export as the API pages it: articles with their translations, sections and categories. */
export async function writeZendeskExport(
  folder: string,
  { articles: total, changed = new Set() }: ExportWishes,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const address = (locale: string, kind: string, id: number, title: string): string =>
    `https://lumen.example.com/hc/${locale}/${kind}/${id}-${title.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  const article = (number: number) => ({
    id: idOf(number),
    url: `https://lumen.example.com/api/v2/help_center/articles/${idOf(number)}.json`,
    html_url: address('en-us', 'articles', idOf(number), titleOf(number, 'en-us')),
    author_id: 1,
    comments_disabled: true,
    draft: isDraft(number),
    promoted: number % 50 === 1,
    position: number,
    vote_sum: 3,
    section_id: 2000 + (number % 6),
    created_at: '2024-01-02T10:00:00Z',
    updated_at: '2026-02-03T10:00:00Z',
    edited_at: '2026-02-01T10:00:00Z',
    name: titleOf(number, 'en-us'),
    title: titleOf(number, 'en-us'),
    source_locale: 'en-us',
    locale: 'en-us',
    outdated: false,
    user_segment_id: isRestricted(number) ? 77 : null,
    permission_group_id: 5,
    label_names: [`notice ${number}`, 'lamp'],
    body: bodyOf(number, 'en-us', total, changed.has(number)),
    translations: locales
      .filter((locale) => isTranslated(number, locale))
      .map((locale) => ({
        id: idOf(number) * 10,
        source_id: idOf(number),
        source_type: 'Article',
        locale,
        title: titleOf(number, locale),
        draft: isDraft(number),
        outdated: locale === 'de' && number % 7 === 0,
        hidden: false,
        html_url: address(locale, 'articles', idOf(number), titleOf(number, locale)),
        body: bodyOf(number, locale, total, changed.has(number)),
        updated_at: '2026-02-03T10:00:00Z',
      })),
  });
  const group = (id: number, kind: string, names: Record<Locale, string>) => ({
    id,
    html_url: address('en-us', kind, id, names['en-us']),
    position: id % 10,
    name: names['en-us'],
    description: '',
    locale: 'en-us',
    source_locale: 'en-us',
    translations: locales.map((locale) => ({
      source_id: id,
      source_type: kind === 'sections' ? 'Section' : 'Category',
      locale,
      title: names[locale],
      body: '',
    })),
  });
  const named = (en: string, de: string, zh: string): Record<Locale, string> => ({ 'en-us': en, de, 'zh-cn': zh });
  const save = (name: string, value: unknown): Promise<void> => writeFile(join(folder, name), JSON.stringify(value));
  for (let page = 0; page * 100 < total; page++)
    await save(`articles-${page + 1}.json`, {
      count: total,
      page: page + 1,
      articles: numbers.slice(page * 100, page * 100 + 100).map(article),
    });
  await save('categories.json', {
    categories: [
      group(1000, 'categories', named('Lamps', 'Lampen', '灯具')),
      group(1001, 'categories', named('Account & billing', 'Konto und Rechnung', '账户与账单')),
    ],
  });
  await save('sections.json', {
    sections: [0, 1, 2, 3, 4, 5].map((index) => ({
      ...group(2000 + index, 'sections', named(`Part ${index}`, `Teil ${index}`, `部分 ${index}`)),
      category_id: 1000 + (index % 2),
      parent_section_id: index === 4 ? 2000 : null,
    })),
  });
}
