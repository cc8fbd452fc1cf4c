import { describe, expect, it } from 'vitest';
import { stemmer as arabicStem } from '../../../../../src/search/core/text/stemmers/ar.ts';
import { stemmer as germanStem } from '../../../../../src/search/core/text/stemmers/de.ts';

describe('German stems', () => {
  it.each([
    ['kundigen', 'kundigung', 'gekundigt', 'kundigungen', 'kundigt'],
    ['bestellen', 'bestellung', 'bestellt', 'bestellte'],
    ['anmelden', 'angemeldet', 'anmeldung', 'anmeldest'],
    ['speichern', 'gespeichert', 'speicherung'],
    ['gerat', 'gerate', 'geraten', 'gerats'],
    ['tur', 'turen'],
  ])('are one for the forms of %s', (...forms) => {
    expect(new Set(forms.map(germanStem)).size).toBe(1);
  });

  it.each([
    ['kundigen', 'kundin'],
    ['rechnung', 'recht'],
    ['lieferung', 'leihen'],
  ])('keep %s and %s apart', (one, other) => {
    expect(germanStem(one)).not.toBe(germanStem(other));
  });

  it('have three letters at least', () => {
    for (const word of ['tests', 'esse', 'ete', 'genest', 'ung'])
      expect(germanStem(word).length).toBeGreaterThanOrEqual(3);
  });
});

describe('Arabic stems', () => {
  it.each([
    ['اعدادات', 'الاعدادات', 'والاعدادات', 'بالاعدادات'],
    ['بطاقه', 'بطاقات', 'البطاقه', 'للبطاقه'],
    ['دوري', 'الدوري'],
  ])('are one for the forms of %s', (...forms) => {
    expect(new Set(forms.map(arabicStem)).size).toBe(1);
  });

  it('leave short words whole', () => {
    expect(['ولد', 'له', 'هي'].map(arabicStem)).toEqual(['ولد', 'له', 'هي']);
  });
});
