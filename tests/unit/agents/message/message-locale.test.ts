import { describe, expect, it } from 'vitest';
import { closestLocale, messageLocale } from '../../../../src/agents/message/message-locale.ts';

const LOCALES = ['en', 'zh-cn', 'ko'];
const EIGHT = ['en', 'de', 'fr', 'es', 'pt-br', 'ko', 'zh-cn', 'ja'];

describe('the language of a message', () => {
  it.each([
    ['환불은 언제 되나요?', LOCALES, 'ko'],
    ['电池充不进电', LOCALES, 'zh-cn'],
    ['Where is my bike (라크)?', LOCALES, 'en'],
    ['Wann bekomme ich mein Geld zurück?', EIGHT, 'de'],
    ['Quando recebo o meu dinheiro de volta?', EIGHT, 'pt-br'],
    ['Где мой велосипед?', LOCALES, undefined],
    ['', LOCALES, undefined],
  ])('of “%s” among %j is %s', async (message, locales, found) => {
    expect(await messageLocale(message, locales)).toBe(found);
  });

  it('is the one that was told where the words do not speak against it', async () => {
    expect(await messageLocale('QX-7741?', EIGHT, 'de-AT')).toBe('de');
    expect(await messageLocale('Wann bekomme ich mein Geld zurück?', EIGHT, 'en-US')).toBe('de');
    expect(await messageLocale('QX-7741?', EIGHT, 'it')).toBeUndefined();
  });
});

describe('the site’s locale for a language tag', () => {
  it('is itself, or the first in the same language', () => {
    expect(closestLocale('zh-TW', ['zh-cn', 'zh-tw'])).toBe('zh-tw');
    expect(closestLocale('zh-Hant-HK', ['zh-cn', 'zh-tw'])).toBe('zh-cn');
    expect(closestLocale('pt', ['en', 'pt-br'])).toBe('pt-br');
    expect(closestLocale('it', ['en'])).toBeUndefined();
  });
});
