import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { build } from 'vite';
import type { HelpCenter } from '../../../src/content/types.ts';
import { siteTitle } from '../../../src/i18n/site-title.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { textFor } from '../../../src/schemas/localized.ts';
import { accentIn, inFolder } from '../../../src/schemas/look.ts';
import type { Site } from '../../../src/schemas/site.ts';
import { escapeHtml } from '../../../src/site/escape-html.ts';
import { iconShapes } from '../../../src/site/icons.ts';
import { fullUrl, siteUrls } from '../../../src/site/urls.ts';

const entry = fileURLToPath(new URL('../../../src/components/agents/zendesk-app/shell.ts', import.meta.url));

/** Where Zendesk's documentation has apps load the framework's SDK from: their own app, on Zendesk's own pages. */
export const ZENDESK_SDK = 'https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js';

/** Zendesk shows at most so many characters of a name. */
const LONGEST_NAME = 40;

/** Sizes (px) of the app's icons that Zendesk asks for. */
const ICONS = { 'logo.png': 320, 'logo-small.png': 128 };

/** The app's files by their paths in the zip. */
export async function zendeskFiles(center: HelpCenter, site: Site): Promise<Record<string, Uint8Array>> {
  const files: Record<string, string | Uint8Array> = {
    'manifest.json': json(manifest(site)),
    'assets/iframe.html': shellPage(site, nameOf(center, site, site.defaultLocale)),
    'assets/shell.js': await shellScript(),
    'assets/shell.css':
      'html, body, iframe { inline-size: 100%; block-size: 100%; margin: 0; border: 0; }\niframe { display: block; }\n',
  };
  // The manifest's locale has to be there; it is Zendesk's own, too.
  for (const locale of new Set(['en', ...site.locales.map(({ code }) => code).filter(isZendeskLocale)])) {
    const t = translator(locale, center.strings);
    const app = { name: nameOf(center, site, locale), short_description: t('agents.title') };
    files[`translations/${locale}.json`] = json({ app });
  }
  for (const [name, size] of Object.entries(ICONS)) files[`assets/${name}`] = await icon(center, site, size);
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? encoder.encode(file) : file]),
  );
}

function manifest(site: Site) {
  const place = { url: 'assets/iframe.html', flexible: true };
  const mail = site.contact.channels.find((channel) => channel.type === 'email');
  return {
    name: textFor(site.name, 'en', site.defaultLocale).slice(0, LONGEST_NAME),
    author: {
      name: textFor(site.name, 'en', site.defaultLocale),
      ...(mail && { email: mail.address }),
      url: site.url,
    },
    defaultLocale: 'en',
    private: true,
    location: { support: { ticket_sidebar: place, new_ticket_sidebar: place } },
    version: '1.0.0',
    frameworkVersion: '2.0',
  };
}

function nameOf({ strings }: HelpCenter, site: Site, locale: string): string {
  return siteTitle(textFor(site.name, locale, site.defaultLocale), locale, strings).slice(0, LONGEST_NAME);
}

/** As Zendesk's check of apps has it. */
function isZendeskLocale(code: string): boolean {
  return /^[a-z]{2,3}(-\w{2,3})?$/.test(code);
}

/**
 * The page between Zendesk and the agents' page. Its policy lets it load Zendesk's SDK and the help center, and send nothing
 * anywhere: a customer's words cannot leave it.
 */
function shellPage(site: Site, title: string): string {
  const pages = Object.fromEntries(
    // The first is for agents in other languages.
    [site.defaultLocale, ...site.locales.map(({ code }) => code)].map((code) => [
      code,
      panelAddress(site, code, 'zendesk'),
    ]),
  );
  // Styles of a mail that is only read for its text would be reported each time.
  const styles = "'self' 'unsafe-inline'";
  const policy = `default-src 'none'; script-src 'self' ${ZENDESK_SDK}; style-src ${styles}; frame-src ${new URL(site.url).origin}`;
  return `<!doctype html>
<html lang="${escapeHtml(site.defaultLocale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="shell.css">
</head>
<body data-pages="${escapeHtml(JSON.stringify(pages))}">
<script src="${ZENDESK_SDK}"></script>
<script src="shell.js"></script>
</body>
</html>
`;
}

/** The address of the agents' page in a help desk. */
export function panelAddress(site: Site, locale: string, desk: string): string {
  return `${fullUrl(siteUrls(site.base).agents(locale), site)}?host=${desk}`;
}

async function shellScript(): Promise<string> {
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'SignpostAgents' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk)
    throw new Error('The app’s script was not bundled; src/components/agents/zendesk-app/shell.ts gave no output.');
  return chunk.code;
}

/** The owner's icon of the browser tab; without one a signpost on the owner's colour. */
async function icon({ root, files }: HelpCenter, { favicon, accent }: Site, size: number): Promise<Uint8Array> {
  const file = favicon && inFolder(favicon);
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 36 36" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M-6-6h36v36h-36z" fill="${accentIn(accent, 'light')}" stroke="none"/>${iconShapes('signpost')}</svg>`;
  const source = file && files.includes(file) ? await readFile(join(root, file)) : Buffer.from(drawn);
  // Drawn large enough that a drawing of 32 px becomes no blur.
  return sharp(source, { density: 72 * 10 })
    .resize(size, size, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer();
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
