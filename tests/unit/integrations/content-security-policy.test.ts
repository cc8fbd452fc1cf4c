import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, policyOfPage } from '../../../src/integrations/content-security-policy.ts';
import { inlineSource } from '../../../src/integrations/inline-scripts.ts';
import { agentsPageSchema } from '../../../src/schemas/agents-page.ts';
import { countingSchema } from '../../../src/schemas/counting.ts';
import { headSchema } from '../../../src/schemas/head.ts';
import { localeSchema } from '../../../src/schemas/locale.ts';
import { noticesSchema } from '../../../src/schemas/notices.ts';
import { widgetSchema } from '../../../src/schemas/widget.ts';
import type { PageKind } from '../../../src/site/head-sources.ts';

describe('the content security policy', () => {
  it('keeps to its own origin unless the owner names another', () => {
    expect(contentSecurityPolicy()).toContain("connect-src 'self';");
    expect(contentSecurityPolicy()).toContain("frame-ancestors 'self';");
  });

  it('lets the page talk to the origin of the endpoint and to no other', () => {
    const counting = countingSchema.parse({ endpoint: 'https://count.example.com/events?site=1' });
    expect(contentSecurityPolicy({ counting })).toContain("connect-src 'self' https://count.example.com;");
  });

  it('allows the script that offers a language only where there are several', () => {
    const [one, ...others] = ['en', 'ko'].map((code) => localeSchema.parse({ code, label: code }));
    const [alone, several] = [[one!], [one!, ...others]].map((locales) => policyOfPage({ locales }));
    expect(alone).toBe(policyOfPage());
    expect(several).toContain(inlineSource('languageBoot'));
    expect(alone).not.toContain(inlineSource('languageBoot'));
  });

  it('lets pages ask the status page of notices.yaml and no other, and allows the script of notices only where there are some', () => {
    const asking = noticesSchema.parse({ live: { statuspage: 'https://status.example.com/' } });
    expect(policyOfPage({ notices: asking })).toBe(
      policyOfPage().replace("connect-src 'self'", "connect-src 'self' https://status.example.com"),
    );
    const told = noticesSchema.parse({ notices: [{ id: 'a', text: 'A' }], live: { url: '/status.json' } });
    const script = inlineSource('noticesBoot');
    expect(policyOfPage({ notices: told }).replace(` ${script}`, '')).toBe(policyOfPage());
    expect(policyOfPage({ notices: told })).toContain(script);
    expect(policyOfPage({ notices: asking })).not.toContain(script);
  });

  it('allows the script that folds what is for others only where there is something to fold', () => {
    expect(policyOfPage({ folding: true }).replace(` ${inlineSource('variantsBoot')}`, '')).toBe(policyOfPage());
    expect(policyOfPage({ folding: true })).toContain(inlineSource('variantsBoot'));
  });

  it('lets the widget’s pages frame the site', () => {
    const widget = widgetSchema.parse({ origins: ['https://www.example.com', 'https://*.example.org'] });
    expect(contentSecurityPolicy({ widget })).toContain(
      "frame-ancestors 'self' https://www.example.com https://*.example.org;",
    );
  });

  it('allows of head what it names: an address without its query, a text by its hash, and origins', () => {
    const head = headSchema.parse([
      { src: 'https://stats.example.com/a;b,c.js?site=1', images: ['https://*.example.org'] },
      { inline: 'stats()', scripts: ['https://more.example.com'], connect: ['https://stats.example.com:8443'] },
      { src: '/own.js' },
      { name: 'verification', content: 'abc' },
      { rel: 'preconnect', href: 'https://fonts.example.com' },
    ]);
    const added = contentSecurityPolicy({ head })
      .split('; ')
      .map((directive, index) => [contentSecurityPolicy().split('; ')[index]!, directive] as const)
      .filter(([before, after]) => before !== after)
      .map(([before, after]) => after.replace(before, after.split(' ')[0]!));
    expect(added).toEqual([
      "script-src 'sha256-V+ftY3nDh4so2vKhPd1gQms2mj5Sn/tdDI8Fb1HzXg0=' https://stats.example.com/a%3Bb%2Cc.js https://more.example.com",
      'img-src https://*.example.org',
      'connect-src https://stats.example.com:8443',
    ]);
  });

  it('is that of no head for pages in frames on other sites, but where an entry is meant for them', () => {
    const head = headSchema.parse([{ src: 'https://a.example.com/a.js' }, { inline: 'b()', widget: true }]);
    expect(contentSecurityPolicy({ head }, 'widget')).toBe(contentSecurityPolicy({ head: head.slice(1) }));
    expect(contentSecurityPolicy({ head: head.slice(0, 1) }, 'widget')).toBe(contentSecurityPolicy());
  });

  it('lets help desks frame the agents’ page and no other, and the widget’s pages any other', () => {
    const [agents, widget] = [
      agentsPageSchema.parse({ origins: ['https://desk.example.com', 'https://*.example.net'] }),
      widgetSchema.parse({ origins: ['https://www.example.com'] }),
    ];
    const framing = (page: PageKind) =>
      /frame-ancestors ([^;]*);/.exec(contentSecurityPolicy({ agents, widget }, page))?.[1];
    expect(framing('agents')).toBe("'self' https://desk.example.com https://*.example.net");
    expect([framing('site'), framing('widget')]).toEqual(Array(2).fill("'self' https://www.example.com"));
  });

  it('is that of any other page for an agents’ page that nobody may frame', () => {
    const agents = agentsPageSchema.parse({});
    expect(contentSecurityPolicy({ agents }, 'agents')).toBe(contentSecurityPolicy());
    const framed = agentsPageSchema.parse({ origins: ['https://desk.example.com'] });
    expect(policyOfPage({ agents: framed }, 'agents').replace(` ${inlineSource('panelBoot')}`, '')).toBe(
      policyOfPage(),
    );
    expect(policyOfPage({ agents: framed })).toBe(policyOfPage());
  });

  it('allows nothing of head on the agents’ page, where customers’ words are', () => {
    const head = headSchema.parse([
      { src: 'https://a.example.com/a.js', widget: true, connect: ['https://b.example.com'] },
      { inline: 'b()' },
    ]);
    expect(contentSecurityPolicy({ head }, 'agents')).toBe(contentSecurityPolicy());
  });

  it('cannot be widened by an origin that holds a further directive', () => {
    for (const schema of [widgetSchema, agentsPageSchema])
      for (const origin of ['https://a.example; script-src *', 'app://desk', '*', "'self'", 'https://a.example/'])
        expect(schema.safeParse({ origins: [origin] }).success, origin).toBe(false);
  });

  it('is not given for PostHog without a key', () => {
    const { error } = countingSchema.safeParse({ endpoint: 'https://eu.i.posthog.com', kind: 'posthog' });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['key', 'PostHog’s project API key (phc_…), because kind is posthog'],
    ]);
  });

  it('stands in the README as the site states it, but for the hashes, which npm run policy prints', async () => {
    const readme = await readFile('README.md', 'utf8');
    expect(readme).toContain(`\n${contentSecurityPolicy().replace(/'sha256-[^']+'( 'sha256-[^']+')*/, '<hashes>')}\n`);
    expect(readme).not.toContain('sha256-');
  });

  it('names the three scripts that pages hold by their hashes', () => {
    expect(contentSecurityPolicy()).toMatch(
      /script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}=';/,
    );
  });

  it('is stated by a page without the directive that counts in headers only', () => {
    expect(policyOfPage()).toBe(contentSecurityPolicy().replace("frame-ancestors 'self'; ", ''));
  });
});
