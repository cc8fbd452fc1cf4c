import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { localeCode } from '../locale-code.ts';
import { isRecord } from '../records.ts';

/** What the configuration of a Hugo site tells about its content. */
export interface HugoConfig {
  name?: string;
  origin?: string;
  locale?: string;
  /** Titles of menu entries, by `de/user`: language and identifier; without language for all. */
  titles: Map<string, string>;
}

/** Reads the configuration of a Hugo site among its files; a broken or missing one tells nothing. */
export async function readHugoConfig(root: string, files: string[]): Promise<HugoConfig> {
  const config: HugoConfig = { titles: new Map() };
  for (const file of files.filter((one) =>
    /^(config\/_default\/)?(hugo|config|languages|menus?(\.[\w-]+)?)\.(toml|ya?ml|json)$/i.test(one),
  )) {
    try {
      const text = await readFile(join(root, file), 'utf8');
      if (/\.ya?ml$/i.test(file) && yamlExcess(text)) continue;
      const value: unknown = /\.toml$/i.test(file)
        ? parseToml(text)
        : parseYaml(text, { stringKeys: true, uniqueKeys: false });
      if (isRecord(value)) take(config, value, /^.*menus?\.([\w-]+)\.\w+$/i.exec(file)?.[1]);
    } catch {
      // A theme's broken example is no reason to stop: the titles then come from the folders' names.
    }
  }
  return config;
}

function take(config: HugoConfig, value: Record<string, unknown>, language?: string): void {
  const text = (name: string): string | undefined => (typeof value[name] === 'string' ? value[name] : undefined);
  config.name ??= text('title');
  const address = text('baseURL') ?? text('baseUrl') ?? text('baseurl');
  if (address && URL.canParse(address)) config.origin ??= new URL(address).origin;
  config.locale ??= text('defaultContentLanguage')?.toLowerCase();
  menus(config, value.menu ?? value.menus, language);
  const languages = isRecord(value.languages) ? value.languages : {};
  for (const [code, one] of Object.entries(languages))
    if (isRecord(one)) menus(config, one.menu ?? one.menus, localeCode(code));
}

function menus(config: HugoConfig, menu: unknown, language?: string): void {
  for (const entries of isRecord(menu) ? Object.values(menu) : []) {
    for (const entry of Array.isArray(entries) ? entries : []) {
      if (isRecord(entry) && typeof entry.identifier === 'string' && typeof entry.name === 'string')
        config.titles.set(`${language ? `${language}/` : ''}${entry.identifier}`, entry.name);
    }
  }
}
