import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';
import { tokenize } from '../../../../../src/search/core/text/tokenize.ts';

const english = await loadLanguage('en');
const terms = (text: string, language = english) => tokenize(text, language).map(({ term }) => term);

describe('versions and models', () => {
  it.each([
    ['1.4.2-1.4.5', ['1.4.2', '1.4', '1.4.5', '1.4', '1.4.3', '1.4.4', '1', '1']],
    ['1.4.2-1.4.900', ['1.4.2', '1.4', '1.4.900', '1.4', '1', '1']],
    ['1.4.2-1.5.3', ['1.4.2', '1.4', '1.5.3', '1.5', '1', '1']],
    ['Node22.4', ['22.4', 'node22', 'node', '22']],
    ['v3.7.1', ['3.7.1', '3.7', '3']],
    ['3.7.1-rc2', ['3.7.1', '3.7', 'rc2', '3', 'rc']],
    ['3.7.1rc2', ['3.7.1', '3.7', 'rc2', '3']],
    ['3.7.x', ['3.7', '3']],
    ['7.x', ['7']],
    ['QX-2000ZR5', ['qx2000zr5', '2000zr5', 'zr5', 'qx', '2000', 'zr']],
    ['QX2000ZR5', ['qx2000zr5', 'qx2000', 'zr5', 'qx', '2000', 'zr']],
    ['25,000', ['25000']],
    ['25.000', ['25.000', '25000', '25']],
    ['NSAllowsLocalNetworking', ['nsallowslocalnetwork', 'ns', 'allow', 'local', 'network']],
  ])('are known by what people type of them: %s', (written, expected) => {
    expect(terms(written)).toEqual(expected);
  });

  it('are the same in the digits of any script', () => {
    expect(terms('الإصدار ٣.٧.١')).toEqual(expect.arrayContaining(['3.7.1', '3.7', '3']));
  });

  it('are not looked for in keys and checksums', () => {
    expect(terms('9f8a7c6d5e4b')).toEqual(['9f8a7c6d5e4b']);
  });
});

describe('words with a mark inside', () => {
  it('are one word by the stem of the whole, too', () => {
    expect(terms('e-mails')[0]).toBe(terms('emails')[0]);
    expect(terms('Wi-Fi')[0]).toBe(terms('wifi')[0]);
  });

  it.each([
    ['uk', ["під'їзд", 'під’їзд', 'підʼїзд', 'під`їзд', 'підїзд']],
    ['ca', ['col·lecció', 'coŀlecció', 'col•lecció', 'col-lecció', 'collecció']],
  ])('in %s are the same whatever the mark', async (locale, forms) => {
    const language = await loadLanguage(locale);
    for (const form of forms) expect(terms(form, language)[0], form).toBe(terms(forms[0]!, language)[0]);
  });

  it('keep their compound behind an elided article', async () => {
    expect(terms("l'e-mail", await loadLanguage('fr'))).toEqual(['email', 'mail']);
  });
});

describe('words with letters that are written as two', () => {
  it.each([
    ['de', 'Übergrößen', 'Uebergroessen', 'ubergrossen'],
    ['da', 'Åbningstid', 'Aabningstid', 'abningstid'],
    ['nb', 'Kjøp', 'Kjoep', 'kjop'],
  ])('are the same in %s', async (locale, ...forms) => {
    const language = await loadLanguage(locale);
    for (const form of forms) expect(terms(form, language), form).toEqual(terms(forms[0]!, language));
  });

  it('are left alone where they are two', async () => {
    const { fold } = await loadLanguage('de');
    expect(['neue', 'Steuer', 'Frauen', 'Quelle'].map(fold)).toEqual(['neue', 'steuer', 'frauen', 'quelle']);
  });
});
