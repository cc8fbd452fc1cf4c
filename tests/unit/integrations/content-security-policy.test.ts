import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, policyOfPage } from '../../../src/integrations/content-security-policy.ts';
import { inlineSource } from '../../../src/integrations/inline-scripts.ts';
import { countingSchema } from '../../../src/schemas/counting.ts';
import { localeSchema } from '../../../src/schemas/locale.ts';
import { widgetSchema } from '../../../src/schemas/widget.ts';

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

  it('lets the widget’s pages frame the site', () => {
    const widget = widgetSchema.parse({ origins: ['https://www.example.com', 'https://*.example.org'] });
    expect(contentSecurityPolicy({ widget })).toContain(
      "frame-ancestors 'self' https://www.example.com https://*.example.org;",
    );
  });

  it('cannot be widened by an origin that holds a further directive', () => {
    expect(widgetSchema.safeParse({ origins: ['https://a.example; script-src *'] }).success).toBe(false);
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
