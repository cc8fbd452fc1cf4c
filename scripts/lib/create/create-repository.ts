import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { filesBelow } from '../../../src/cache/files-below.ts';
import { didYouMean } from '../../../src/content/did-you-mean.ts';
import { currentForm } from '../../../src/content/forms/form-steps.ts';
import { languages, stringFileOf } from '../../../src/i18n/languages.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { localeLabel } from '../naming/locale-label.ts';
import { pinnedAction, type SignpostVersion } from './signpost-version.ts';

const starter = fileURLToPath(new URL('starter', import.meta.url));
/** Languages of the starting articles, and what site.yaml says in them. */
const TEXTS: Readonly<Record<string, Record<'description' | 'emailLabel' | 'responseTime', string>>> = {
  en: {
    description: 'Answers to what customers ask most.',
    emailLabel: 'Write to us',
    responseTime: 'Within one working day',
  },
  ko: {
    description: '고객이 자주 묻는 질문에 대한 답변입니다.',
    emailLabel: '이메일 문의',
    responseTime: '영업일 기준 1일 이내',
  },
  'zh-cn': { description: '客户常见问题的解答。', emailLabel: '给我们写邮件', responseTime: '一个工作日内' },
};

export interface Wishes {
  name: string;
  /** Public address; its path becomes the base path. */
  url: string;
  email: string;
  /** The first one is the default; at least one. */
  locales: readonly string[];
}

export interface Created {
  /** Paths below the folder, sorted. */
  files: string[];
  /** Locales whose articles are in English, or not there at all, because there are no starting texts in them. */
  untranslated: string[];
}

/**
 * Writes a repository that is only content: a help center that builds, the workflow that publishes it, settings of
 * editors and a page for writers.
 * @throws Error when the folder holds anything, or a wish cannot be fulfilled; nothing was written then.
 */
export async function createRepository(folder: string, wishes: Wishes, version: SignpostVersion): Promise<Created> {
  await requireEmpty(folder);
  const values = { ...siteValues(wishes), ...(await versionValues(version)) };
  const files = new Map<string, string>();
  for (const [file, text] of await textsBelow('beside'))
    files.set(file.replace(/^(gitignore|editorconfig|vscode|github)(?=$|\/)/, '.$1'), filled(text, values));
  const [first = 'en'] = wishes.locales;
  for (const locale of wishes.locales) {
    const written = Object.hasOwn(TEXTS, locale) ? locale : locale === first ? 'en' : undefined;
    if (written === undefined) continue;
    for (const [file, text] of await textsBelow(`articles/${written}`)) files.set(`articles/${locale}/${file}`, text);
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return {
    files: [...files.keys()].sort(),
    untranslated: wishes.locales.filter((locale) => !Object.hasOwn(TEXTS, locale)),
  };
}

async function requireEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error.code === 'ENOTDIR' ? new Error(`${folder} is a file. Name a folder that is new or empty.`) : error;
  });
  // A repository that was just made on GitHub and cloned.
  const others = there.filter((name) => name !== '.git').sort();
  if (others.length === 0) return;
  const named = others.slice(0, 3).join(', ') + (others.length > 3 ? ` and ${others.length - 3} more` : '');
  throw new Error(`${folder} holds ${named}, and nothing was written. Name a folder that is new or empty.`);
}

/** What is filled into site.yaml, as YAML. */
function siteValues({ name, url, email, locales }: Wishes): Record<string, string> {
  const unspoken = locales.find((locale) => !stringFileOf(locale));
  if (unspoken !== undefined)
    throw new Error(
      `--locale ${unspoken}: Signpost speaks ${Object.keys(languages).join(', ')}.${didYouMean(unspoken, Object.keys(languages))} Begin with one of these; strings/<locale>.yaml in the new folder adds another one.`,
    );
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Error(`--url ${url}: expected an address such as https://help.example.com or https://example.com/help/.`);
  // The default language has a text in any case, an English one where there is none of its own: the others fall back to it.
  const described = locales.filter((locale, index) => index === 0 || Object.hasOwn(TEXTS, locale));
  const written = (locale: string) => TEXTS[Object.hasOwn(TEXTS, locale) ? locale : 'en'];
  /** One text, or one a language where several have their own. */
  const text = (field: 'description' | 'emailLabel' | 'responseTime'): unknown =>
    described.length < 2
      ? written(described[0] ?? 'en')?.[field]
      : Object.fromEntries(described.map((locale) => [locale, written(locale)?.[field]]));
  const fields = {
    form: currentForm(),
    name,
    url: address.origin,
    base: ['', ...address.pathname.split('/').filter(Boolean), ''].join('/'),
    description: text('description'),
    defaultLocale: locales[0],
    locales: locales.map((code) => ({ code, label: localeLabel(code) })),
    contact: {
      channels: [{ type: 'email', label: text('emailLabel'), responseTime: text('responseTime'), address: email }],
    },
  };
  const parsed = siteSchema.safeParse(fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`site.yaml cannot say ${issue?.path.join('.')}: ${issue?.message}. Correct the option.`);
  }
  const inline = (value: unknown): string => stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trim();
  return {
    form: String(fields.form),
    name: inline(name),
    url: inline(fields.url),
    base: inline(fields.base),
    description: inline(fields.description),
    defaultLocale: inline(fields.defaultLocale),
    locales: fields.locales.map((locale) => `  - ${inline(locale)}\n`).join(''),
    emailLabel: inline(text('emailLabel')),
    responseTime: inline(text('responseTime')),
    email: inline(email),
  };
}

async function versionValues({ repository, revision, comment }: SignpostVersion): Promise<Record<string, string>> {
  const known = repository ?? 'OWNER/signpost';
  return {
    action: `${known}/.github/actions/help-center@${revision}${comment}`,
    comment: `${known}/.github/actions/comment@${revision}${comment}`,
    weekly: `${known}/.github/actions/weekly@${revision}${comment}`,
    clone: `https://github.com/${known}.git`,
    revision,
    manual: `https://github.com/${known}/blob/${revision}/README.md#make-it-yours`,
    checkout: await pinnedAction('actions/checkout'),
    deploy: await pinnedAction('actions/deploy-pages'),
    schemas: repository
      ? `https://raw.githubusercontent.com/${repository}/${revision}/src/schemas/json`
      : '../signpost/src/schemas/json',
    // Everybody's workflows at the full hour wait for each other.
    minute: String(7 + Math.floor(Math.random() * 46)),
  };
}

/** Texts below a folder of the starter, by their path below it. */
async function textsBelow(folder: string): Promise<[file: string, text: string][]> {
  const root = join(starter, folder);
  const files = (await filesBelow(root)).map((file) => file.slice(root.length + 1).replaceAll('\\', '/'));
  return Promise.all(files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as [string, string]));
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/(?<!\$\{)\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
}
