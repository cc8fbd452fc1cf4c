import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { HelpCenter } from '../content/types.ts';
import type { OwnStrings } from '../i18n/languages.ts';
import { siteTitle } from '../i18n/site-title.ts';
import { translator } from '../i18n/translator.ts';
import { textFor } from '../schemas/localized.ts';
import { accentIn } from '../schemas/look.ts';
import type { Site } from '../schemas/site.ts';
import { WIDGET_SCRIPT } from '../site/urls.ts';
import type { WidgetBuild } from '../widget/settings.ts';

const entry = fileURLToPath(new URL('../widget/widget.ts', import.meta.url));

/** The text of widget.js: one script without imports, with the site's languages and labels in it. */
async function widgetScript(site: Site, strings: OwnStrings): Promise<string> {
  const labels = Object.fromEntries(
    site.locales.map(({ code }) => {
      const t = translator(code, strings);
      return [
        code,
        {
          open: t('widget.open'),
          close: t('widget.close'),
          elsewhere: t('widget.elsewhere'),
          title: siteTitle(textFor(site.name, code, site.defaultLocale), code, strings),
        },
      ];
    }),
  );
  // The page around the button is the company's, of which nobody knows whether it is dark.
  const settings: WidgetBuild = { defaultLocale: site.defaultLocale, accent: accentIn(site.accent, 'light'), labels };
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __SIGNPOST__: JSON.stringify(settings) },
    build: { write: false, minify: true, target: 'es2022', lib: { entry, formats: ['iife'], name: 'SignpostWidget' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('widget.js was not bundled; src/widget/widget.ts gave no output.');
  return chunk.code;
}

/** Writes widget.js at the root of the built site, where its address never changes. */
export async function writeWidgetScript(dir: URL, site: Site, strings: OwnStrings): Promise<void> {
  await writeFile(new URL(WIDGET_SCRIPT, dir), await widgetScript(site, strings));
}

/** Serves widget.js while writing. */
export function serveWidgetScript(center: () => Pick<HelpCenter, 'site' | 'strings'>) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { site, strings } = center();
    if (!site || !/\/widget\.js(\?|$)/.test(request.url ?? '')) return next();
    widgetScript(site, strings).then(
      (text) => response.setHeader('Content-Type', 'text/javascript').end(text),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  };
}
