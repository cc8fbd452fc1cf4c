import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { DESKS, missingOrigins } from '../../../../scripts/lib/agents-app/desks.ts';
import { panelAddress, zendeskFiles } from '../../../../scripts/lib/agents-app/zendesk-files.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';

describe('the app for Zendesk', () => {
  let files: Record<string, Uint8Array>;
  const text = (path: string) => new TextDecoder().decode(files[path]);
  beforeAll(async () => {
    const center = await readHelpCenter('content');
    files = await zendeskFiles(center, { ...center.site!, base: '/help/' });
  }, 60_000);

  test('has a manifest that names what is there, as Zendesk’s check asks', () => {
    const manifest = JSON.parse(text('manifest.json')) as {
      name: string;
      author: object;
      defaultLocale: string;
      location: { support: Record<string, { url: string }> };
      frameworkVersion: string;
    };
    expect(manifest.frameworkVersion).toBe('2.0');
    expect(manifest.author).toMatchObject({ name: 'Larkride', url: 'https://help.larkride.example' });
    expect(manifest.name.length).toBeLessThanOrEqual(40);
    expect(Object.keys(manifest.location.support)).toEqual(['ticket_sidebar', 'new_ticket_sidebar']);
    for (const { url } of Object.values(manifest.location.support)) {
      expect(url).toMatch(/^assets\//);
      expect(files[url]).toBeDefined();
    }
    expect(files[`translations/${manifest.defaultLocale}.json`]).toBeDefined();
  });

  test('has a name in each language of the site', () => {
    const paths = Object.keys(files).filter((path) => path.startsWith('translations/'));
    expect(paths).toEqual(['translations/en.json', 'translations/zh-cn.json', 'translations/ko.json']);
    for (const path of paths) {
      const { app } = JSON.parse(text(path)) as { app: { name: string } };
      expect(app.name).toContain('Larkride');
    }
  });

  test('has icons in the sizes that Zendesk shows', async () => {
    for (const [path, size] of [
      ['assets/logo.png', 320],
      ['assets/logo-small.png', 128],
    ] as const)
      expect(await sharp(files[path]).metadata()).toMatchObject({ format: 'png', width: size, height: size });
  });

  test('frames the agents’ page alone and can send nothing anywhere', () => {
    const page = text('assets/iframe.html');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-src https://help.larkride.example');
    expect(policy).not.toMatch(/connect-src|img-src|form-action/);
    expect(page).toContain('https://help.larkride.example/help/en/agents/?host=zendesk');
    expect(page).not.toMatch(/<script>|onload=/);
    expect(text('assets/shell.js')).not.toContain('import');
  });
});

describe('agents.origins', () => {
  test.each([
    ['chatwoot', [], undefined, ['https://app.chatwoot.com']],
    ['chatwoot', ['https://chat.example.com'], undefined, []],
    ['chatwoot', ['https://secure.helpscout.net'], undefined, ['https://app.chatwoot.com']],
    ['chatwoot', ['https://desk.example.com'], 'https://chat.example.com', ['https://chat.example.com']],
    ['chatwoot', ['https://*.example.com'], 'https://chat.example.com', []],
    ['helpscout', [], undefined, ['https://secure.helpscout.net']],
    ['helpscout', ['https://secure.helpscout.net'], undefined, []],
    ['zendesk', [], undefined, ['https://YOUR-SUBDOMAIN.zendesk.com', 'https://*.apps.zdusercontent.com']],
    ['zendesk', ['https://acme.zendesk.com'], 'https://acme.zendesk.com', ['https://*.apps.zdusercontent.com']],
    ['zendesk', ['https://acme.zendesk.com', 'https://123.apps.zdusercontent.com'], undefined, []],
  ] as const)('%s with %j at %s lacks %j', (desk, origins, own, missing) => {
    expect(missingOrigins(DESKS[desk], origins, own)).toEqual(missing);
  });
});

test('a help desk is given the address of the page in a language, with its own name', async () => {
  const { site } = await readHelpCenter('content');
  const address = panelAddress(site!, 'ko', 'chatwoot');
  expect(address).toBe('https://help.larkride.example/ko/agents/?host=chatwoot');
  expect(DESKS.chatwoot.steps(address, 'Larkride Help')).toContain(`Endpoint: ${address}`);
});
