import { describe, expect, it } from 'vitest';
import * as french from '../../../../../../src/search/indexer/distil/phrases/french.ts';
import * as german from '../../../../../../src/search/indexer/distil/phrases/german.ts';
import * as spanish from '../../../../../../src/search/indexer/distil/phrases/spanish.ts';

describe('forms of German', () => {
  it.each([
    [
      'der Name/Namen',
      { mein: 'mein Name', meinen: 'meinen Namen', den: 'den Namen', einen: 'einen Namen', ist: 'ist' },
    ],
    [
      'die Karte',
      { mein: 'meine Karte', keinen: 'keine Karte', diesen: 'diese Karte', 'meinen neuen': 'meine neue Karte' },
    ],
    ['das Konto', { den: 'das Konto', meinen: 'mein Konto', 'mein neuer': 'mein neues Konto', meinem: 'meinem Konto' }],
    [
      'die+ Punkte',
      {
        einen: 'Punkte',
        meinen: 'meine Punkte',
        meinem: 'meinen Punkten',
        ist: 'sind',
        'einen anderen': 'andere Punkte',
      },
    ],
    ['~das Geld', { thing: 'Geld', einen: 'Geld', meinen: 'mein Geld' }],
  ])('has for %s the forms of its gender and number', (noun, forms) => {
    expect(german.nounForms(noun)).toMatchObject(forms);
  });

  it.each([
    ['stornieren', '{} stornieren', '{} zu stornieren'],
    ['zurück+setzen', '{} zurücksetzen', '{} zurückzusetzen'],
    ['reparieren lassen', '{} reparieren lassen', '{} reparieren zu lassen'],
    ['auszahlen lassen', '{} auszahlen lassen', '{} auszahlen zu lassen'],
    ['auf {} zu+greifen', 'auf {} zugreifen', 'auf {} zuzugreifen'],
  ])('puts zu into %s', (verb, infinitive, zu) => {
    expect(german.verbForms(verb)).toEqual({ do: infinitive, search: infinitive, zu });
  });
});

describe('forms of French', () => {
  it.each([
    ['la commande', { mon: 'ma commande', un: 'une commande', ce: 'cette commande', e: 'e', est: 'est' }],
    ["l'adresse f", { le: "l'adresse", mon: 'mon adresse', ce: 'cette adresse', 'mon nouveau': 'ma nouvelle adresse' }],
    ["l'abonnement m", { ce: 'cet abonnement', 'mon nouveau': 'mon nouvel abonnement', e: '' }],
    ['les données f', { mon: 'mes données', un: 'des données', e: 'es', nt: 'nt', "n'est": 'ne sont' }],
    ["~l'argent m", { un: "de l'argent" }],
  ])('has for %s the forms of its gender and number', (noun, forms) => {
    expect(french.nounForms(noun)).toMatchObject(forms);
  });

  it.each([
    ['le suivi de le colis', 'le suivi du colis'],
    ['accéder à les factures', 'accéder aux factures'],
    ['accéder à la carte', 'accéder à la carte'],
    ['besoin de annuler', "besoin d'annuler"],
    ['photo de hôtel', "photo d'hôtel"],
    ['avant de hurler', 'avant de hurler'],
    ['mode avancé', 'mode avancé'],
  ])('joins %s', (parted, joined) => {
    expect(french.contract(parted)).toBe(joined);
  });

  it('knows the noun of a verb', () => {
    expect(french.verbForms('annuler/annulation')).toMatchObject({ do: 'annuler {}', doing: 'annulation de {}' });
  });
});

describe('forms of Spanish', () => {
  it.each([
    ['la cuenta', { mi: 'mi cuenta', un: 'una cuenta', este: 'esta cuenta', o: 'a', n: '' }],
    ['los datos', { mi: 'mis datos', otro: 'otros datos', o: 'os', n: 'n', es: 'son' }],
    ['~el dinero', { un: 'dinero', el: 'el dinero' }],
  ])('has for %s the forms of its gender and number', (noun, forms) => {
    expect(spanish.nounForms(noun)).toMatchObject(forms);
  });

  it('joins de and a with el', () => {
    expect(spanish.contract('envío de el pedido a el hotel, de ella')).toBe('envío del pedido al hotel, de ella');
  });
});
