import { describe, expect, it } from 'vitest';
import { article, build, open } from '../small-site.ts';
import { firstArticle } from './first-article.ts';

describe('what is written together, apart or with a hyphen', () => {
  const other = { other: ['Delivery times', 'Parcels come within two days.'] as const };

  it.each([
    ['a title written apart', { wanted: 'Log out of the shop' }, ['logout', 'log-out', 'log out', 'LOGOUT']],
    ['a title written as one', { wanted: 'Backup of your photos' }, ['back up photos', 'back-up', 'backup']],
    ['a title with a hyphen', { wanted: 'Read your e-mails' }, ['email', 'emails', 'e mail', 'e-mail']],
    ['a text written apart', { wanted: ['Your account', 'Enter your name to sign up.'] }, ['signup', 'sign-up']],
    [
      'a text written as one',
      { wanted: ['Your account', 'The checkout opens in a window.'] },
      ['check out', 'check-out'],
    ],
    ['a text with a hyphen', { wanted: ['The router', 'Choose the Wi-Fi of your house.'] }, ['wifi', 'wi fi', 'wi-fi']],
    ['two words of their own', { wanted: ['Looks', 'Switch the dark mode on.'] }, ['darkmode', 'dark-mode']],
  ] as const)('is found in %s', async (_, titles, questions) => {
    const first = await firstArticle('en', { ...other, ...titles });
    for (const question of questions) expect(await first(question), question).toBe('wanted');
  });

  it('is found in both ways of a site that has both', async () => {
    const first = await firstArticle('en', {
      ...other,
      one: ['The first screen', 'The setup takes a minute.'],
      apart: ['Bicycles', 'How to set up the saddle of a bicycle.'],
    });
    expect(await first('setup saddle')).toBe('apart');
    expect(await first('set up minute')).toBe('one');
  });

  it('is found over several words of a title', async () => {
    const first = await firstArticle('fr', { wanted: 'Carte de crédit refusée', other: 'Délais' });
    expect(await first('cartedecredit')).toBe('wanted');
  });

  it('fetches no file for words that the site knows', async () => {
    const built = await build([
      article('a', 'Dark mode', 'Switch the dark mode on.'),
      article('b', 'Log in', 'Enter the dark.'),
    ]);
    const fetched: string[] = [];
    const index = await open(built, fetched);
    const before = fetched.length;
    await index.postings(['dark', 'mode']);
    const needed = fetched.slice(before);
    expect(new Set(needed).size).toBe(needed.length);
  });
});

describe('the end of a compound', () => {
  it.each([
    ['de', 'Lieferanschrift prüfen', 'Anschrift'],
    ['nl', 'Bezorgadres wijzigen', 'adres'],
    ['sv', 'Leveransadress', 'adress'],
    ['da', 'Leveringsadresse', 'adresse'],
    ['nb', 'Leveringsadresse', 'adresse'],
    ['fi', 'Toimitusosoite', 'osoite'],
  ])('is found in %s: %s', async (locale, title, end) => {
    // Where the site never says the word alone, and where it does.
    const alone = await firstArticle(locale, { wanted: title, other: 'Xylophon' });
    expect(await alone(end)).toBe('wanted');
    const both = await firstArticle(locale, { plain: ['Zebra', `Zebra ${end} zebra.`], wanted: [title, 'Xylophon.'] });
    expect(await both(`${end} xylophon`)).toBe('wanted');
  });

  it('counts less than the word alone', async () => {
    const first = await firstArticle('de', { compound: 'Lieferanschrift prüfen', alone: 'Anschrift prüfen' });
    expect(await first('Anschrift')).toBe('alone');
  });

  it('is found in the words of a compound that is typed apart', async () => {
    const first = await firstArticle('de', {
      wanted: 'Lieferanschrift prüfen',
      one: ['Die Lieferung', 'Text.'],
      two: ['Eine Anschrift', 'Text.'],
    });
    expect(await first('Liefer Anschrift prüfen')).toBe('wanted');
  });

  it('leads from a shortened word to the one that begins as it does', async () => {
    const first = await firstArticle('de', { wanted: 'Kundennummer finden', other: 'Kundendienst anrufen' });
    expect(await first('Kundennr')).toBe('wanted');
  });
});

describe('kana of the other kind', () => {
  it('are found', async () => {
    const first = await firstArticle('ja', { wanted: 'カメラの電源', other: '充電の仕方' });
    expect(await first('かめら')).toBe('wanted');
    const other = await firstArticle('ja', { wanted: 'おすすめの設定', other: '充電の仕方' });
    expect(await other('オススメ')).toBe('wanted');
  });
});
