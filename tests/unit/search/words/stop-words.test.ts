import { describe, expect, it } from 'vitest';
import { rank } from '../../../../src/search/core/rank/rank.ts';
import { loadLanguage, stopWordsOf } from '../../../../src/search/core/text/language.ts';
import { article, indexOf } from '../small-site.ts';
import { firstArticle } from './first-article.ts';

/** Pairs of titles that differ by words which stop lists have. */
const PAIRS: Record<string, [string, string][]> = {
  en: [
    ['Ship with insurance', 'Ship without insurance'],
    ['Switch the heating on', 'Switch the heating off'],
    ['Before the lesson', 'After the lesson'],
    ['Sign in', 'Sign out'],
    ['Messages to a teacher', 'Messages from a teacher'],
    ['The tablet starts', 'The tablet does not start'],
    ['What is it', 'Where is it'],
  ],
  de: [
    ['Mit Gutschein bestellen', 'Ohne Gutschein bestellen'],
    ['Vor dem Kurs', 'Nach dem Kurs'],
    ['Das Tablet lädt', 'Das Tablet lädt nicht'],
  ],
  es: [
    ['Enviar con seguro', 'Enviar sin seguro'],
    ['Antes de la clase', 'Después de la clase'],
    ['La tableta carga', 'La tableta no carga'],
  ],
  fr: [
    ['Envoyer avec assurance', 'Envoyer sans assurance'],
    ['Avant le cours', 'Après le cours'],
  ],
  it: [
    ['Spedire con assicurazione', 'Spedire senza assicurazione'],
    ['Prima della lezione', 'Dopo la lezione'],
  ],
  nl: [
    ['Verzenden met verzekering', 'Verzenden zonder verzekering'],
    ['Voor de les', 'Na de les'],
  ],
  pt: [
    ['Enviar com seguro', 'Enviar sem seguro'],
    ['Antes da aula', 'Depois da aula'],
  ],
  ru: [
    ['Отправить с подпиской', 'Отправить без подписки'],
    ['Что делать до урока', 'Что делать после урока'],
  ],
  sv: [
    ['Skicka med försäkring', 'Skicka utan försäkring'],
    ['Före lektionen', 'Efter lektionen'],
  ],
};

describe('titles that differ by stop words alone', () => {
  it.each(Object.entries(PAIRS))('come first when they are typed, in %s', async (locale, pairs) => {
    for (const pair of pairs) {
      const first = await firstArticle(locale, Object.fromEntries(pair.map((title) => [title, title])));
      for (const title of pair) {
        expect(await first(title)).toBe(title);
        expect(await first(title.toUpperCase())).toBe(title);
      }
    }
  });

  it('are told apart in a question that is longer than either', async () => {
    const first = await firstArticle('en', { with: 'Ship with insurance', without: 'Ship without insurance' });
    expect(await first('can I ship something without any insurance')).toBe('without');
    expect(await first('can I ship something with an insurance')).toBe('with');
  });

  it('are told apart by what only the title has', async () => {
    const first = await firstArticle('en', { fails: 'The tablet does not start', starts: 'The tablet starts' });
    expect(await first('tablet starts')).toBe('starts');
    expect(await first('tablet not starting')).toBe('fails');
  });
});

describe('a title of stop words alone', () => {
  const titles = { what: 'What is it?', where: 'Where did it come from?', who: 'Who are we?', about: 'About us' };

  it('comes first when it is typed, whatever its marks and case', async () => {
    const first = await firstArticle('en', titles);
    for (const [id, title] of Object.entries(titles)) {
      expect(await first(title)).toBe(id);
      expect(await first(title.toLowerCase().replace('?', ''))).toBe(id);
    }
  });

  it('is the surest answer there is', async () => {
    const index = await indexOf(Object.entries(titles).map(([id, title]) => article(id, title, 'Text.')));
    expect((await rank(index, 'who are we')).verdict).toBe('confident');
  });
});

describe('a title of signs', () => {
  it('is found as it is written', async () => {
    const first = await firstArticle('en', { hash: 'C#', plus: 'C++', lock: '🔒', ask: '???' });
    for (const [title, id] of [
      ['C#', 'hash'],
      ['c++', 'plus'],
      ['🔒', 'lock'],
      ['???', 'ask'],
    ] as const)
      expect(await first(title)).toBe(id);
  });
});

/** Words that articles are about, which lists of stop words have beside function words. */
const CONTENT: Record<string, string[]> = {
  ar: ['زيارة', 'عدد'],
  bg: ['екип', 'новини'],
  es: ['cuenta', 'estado', 'nueva', 'usar', 'uso', 'valor', 'horas'],
  hu: ['cikk', 'év'],
  id: ['buat'],
  ro: ['acord', 'timp'],
  ru: ['жизнь', 'человек'],
};

describe('nouns, adjectives and verbs that lists of stop words have', () => {
  it.each(Object.entries(CONTENT))('are found in texts, in %s', async (locale, words) => {
    const first = await firstArticle(locale, {
      other: ['Aaa', 'Bbb.'],
      ...Object.fromEntries(words.map((word) => [word, ['Aaa', `Bbb ${word} ccc.`] as const])),
    });
    for (const word of words) expect(await first(word)).toBe(word);
  });

  it('leave function words to the list', async () => {
    const { isStopWord } = await loadLanguage('es');
    for (const word of ['el', 'dónde', 'donde', 'después', 'puedo', 'está', 'QUIERO', 'mías'])
      expect(isStopWord(word), word).toBe(true);
    for (const word of ['cuenta', 'estado', 'uso', 'nuevo']) expect(isStopWord(word), word).toBe(false);
  });
});

describe('stop words and accents', () => {
  it('are a stop word only as they are listed, so that words that merely look alike are found', async () => {
    const german = await firstArticle('de', {
      delete: ['Kennwort löschen', 'Im Profil.'],
      change: ['Kennwort ändern', 'Im Profil.'],
    });
    for (const question of [
      'Kennwort ändern',
      'Kennwort aendern',
      'andern',
      'ändern',
      'Änderung',
      'geändert',
      'geaendertes',
    ])
      expect(await german(question), question).toBe('change');
    const french = await firstArticle('fr', {
      paid: 'Somme payée',
      due: 'Somme due',
      owed: 'Ce qui est dû',
      safe: 'Un lien sûr',
    });
    expect(await french('dû')).toBe('owed');
    expect(await french('sûr')).toBe('safe');
    const swedish = await firstArticle('sv', { dry: 'Torr hud', hair: 'Klippa hår' });
    expect(await swedish('hår')).toBe('hair');
  });

  it('stay stop words where somebody leaves the accents out', async () => {
    const first = await firstArticle('de', {
      for: ['Kosten für Kurse', 'Preise.'],
      about: ['Allerlei', 'Fur, fuer und mehr.'],
    });
    expect(await first('kosten fuer kurse')).toBe('for');
    expect(await first('kosten fur kurse')).toBe('for');
  });
});

describe('stop words', () => {
  it.each([
    ['lt', /^[a-ząčęėįšųūž ]+$/, ['ši', 'kažkas', 'įkypai', 'dėl'], 'ði'],
    ['uk', /^[а-щьюяґєії]+$/, ['від', 'їх', 'є', 'і', 'якої'], 'в╡д'],
  ])('in %s are written in its letters, though their list is not', async (locale, letters, some, broken) => {
    const words = (await stopWordsOf(locale)).map((word) => word.toLowerCase());
    expect(words.filter((word) => !letters.test(word))).toEqual([]);
    const { isStopWord } = await loadLanguage(locale);
    expect(some.filter((word) => !isStopWord(word))).toEqual([]);
    expect(isStopWord(broken)).toBe(false);
  });
});
