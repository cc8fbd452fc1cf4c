import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenVariants } from '../../../src/components/site/chosen-variants.ts';
import type { IndexedChoice } from '../../../src/search/core/variants/variants-column.ts';
import { type Browser, signsOf, toldBy } from '../../../src/site/variant-signs.ts';
import { device, plan } from '../search/core/variants/device.ts';

const country: IndexedChoice = {
  name: 'country',
  label: 'Your country',
  values: [
    { name: 'de', label: 'Germany', signs: signsOf('country', 'de') },
    { name: 'ch', label: 'Switzerland', signs: signsOf('country', 'ch', ['CH', 'LI']) },
  ],
};
const choices = [device, plan, country];

function keep(chosen: string | null): void {
  vi.stubGlobal('localStorage', { getItem: (key: string) => (key === 'signpost:variants' ? chosen : null) });
}

afterEach(() => vi.unstubAllGlobals());

describe('what a visitor wants of the choices of a site', () => {
  it('is what the browser tells, where nothing was chosen', () => {
    keep(null);
    expect(chosenVariants(choices, 'Androidtruede-LI')).toEqual(['android', 'ch']);
    expect(chosenVariants(choices, 'Windowsfalsede')).toEqual([]);
  });

  it('is what was chosen before, which wins over what the browser tells', () => {
    keep('device=ios&plan=pro&country=');
    expect(chosenVariants(choices, 'Androidtruede-DE')).toEqual(['ios', 'pro']);
  });

  it('is guessed where what was chosen is no more', () => {
    keep('device=palm');
    expect(chosenVariants([device], 'Androidtruede')).toEqual(['android']);
  });

  it('is guessed where storage is forbidden', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(chosenVariants([device], 'iOStruede')).toEqual(['ios']);
  });
});

const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15';

describe('the system that a browser tells', () => {
  it.each([
    ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15', 5, undefined],
    ['ios', mac, 5, undefined],
    ['macos', mac, 0, undefined],
    ['android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile', 5, 'Android'],
    ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', 0, 'Windows'],
    ['chromeos', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36', 0, 'Chrome OS'],
    ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 0, undefined],
    [undefined, 'Lynx/2.9', 0, undefined],
  ])('is %s for %s', (system, userAgent, maxTouchPoints, platform) => {
    const browser = { userAgent, maxTouchPoints, language: 'de-CH', ...(platform && { userAgentData: { platform } }) };
    const systems = ['android', 'chromeos', 'ios', 'linux', 'macos', 'windows'];
    const found = systems.filter((one) => new RegExp(signsOf('system', one), 'i').test(toldBy(browser)));
    expect(found).toEqual(system === undefined ? [] : [system]);
    expect(new RegExp(signsOf('country', 'ch'), 'i').test(toldBy(browser))).toBe(true);
    expect(new RegExp(signsOf('country', 'de'), 'i').test(toldBy(browser))).toBe(false);
  });
});

it('What a browser tells is put together alike for the search and by the script that stands in a page', () => {
  const script = readFileSync(new URL('../../../src/components/site/variants-boot.js', import.meta.url), 'utf8');
  const [, written = ''] = /const told =\s*([^;]+);/.exec(script) ?? [];
  const told = new Function('navigator', `return ${written}`) as (browser: Browser) => string;
  const browsers: Browser[] = [
    { userAgent: mac, maxTouchPoints: 5, language: 'de-CH' },
    { userAgent: mac, maxTouchPoints: 0, language: 'en' },
    { userAgent: mac, maxTouchPoints: 1, language: 'ko-KR', userAgentData: { platform: 'Android' } },
  ];
  expect(browsers.map(told)).toEqual(browsers.map(toldBy));
});
