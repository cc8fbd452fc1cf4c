import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addressed,
  askedQuestion,
  keepQuestion,
  keptQuestion,
  mentioned,
  searchAddress,
  stateOf,
} from '../../../../src/components/search/question-address.ts';
import { anyCharacter } from '../../../support/any-character.ts';

/** The strictest hosts take so many bytes behind the path. */
const STRICTEST = 2_048;

describe('the address of a question', () => {
  it('holds a question of usual length whole', () => {
    expect(searchAddress('/en/search/', 'tyre pressure')).toBe('/en/search/?q=tyre+pressure');
    expect(searchAddress('/en/search/', '')).toBe('/en/search/');
    expect(addressed('비밀번호를 잊어버렸어요. 어떻게 다시 만들 수 있나요?')).toBe(
      '비밀번호를 잊어버렸어요. 어떻게 다시 만들 수 있나요?',
    );
  });

  it.each([
    ['Latin', 'Dear team, '],
    ['Korean', '환불 신청 '],
    ['Arabic', 'إعادة '],
    ['signs beyond the first 65,536', '𠮷🔒'],
    ['percent signs', '%&#+'],
    ['lone surrogates', '\ud83d'],
  ])('holds what every host takes of a long one in %s', (_, text) => {
    const query = text.repeat(100_000 / text.length);
    const address = searchAddress('/en/search/', query);
    expect(address.length - '/en/search/'.length).toBeLessThanOrEqual(STRICTEST);
    expect(address.length).toBeGreaterThan(1_500);
    const short = new URLSearchParams(address.split('?')[1]).get('q')!;
    expect(query.toWellFormed().startsWith(short.slice(0, -1))).toBe(true);
    expect(short.endsWith('…')).toBe(true);
  });

  it('stays within that on any question', () => {
    const question = fc.string({ unit: anyCharacter, minLength: 100, maxLength: 3_000 });
    fc.assert(
      fc.property(question, (query) => {
        expect(searchAddress('', query).length).toBeLessThanOrEqual(STRICTEST);
      }),
    );
  });
});

describe('the question of an address', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
      removeItem: (key: string) => stored.delete(key),
    });
  });
  afterEach(() => {
    stored.clear();
    vi.unstubAllGlobals();
  });

  const long = '환불 신청을 했는데 아직 답이 없습니다. '.repeat(200).trim();
  const search = new URL(searchAddress('https://help.example/', long)).search;

  it('is whole where the step in the history has it', () => {
    expect(askedQuestion(search, stateOf(long))).toEqual({ query: long, cut: false });
  });

  it('is whole where the tab has it', () => {
    keepQuestion(long);
    expect(askedQuestion(search, null)).toEqual({ query: long, cut: false });
  });

  it('is said to be cut where nothing has the rest', () => {
    expect(askedQuestion(search, null)).toEqual({ query: addressed(long), cut: true });
    keepQuestion(`Another one. ${long}`);
    expect(askedQuestion(search, { question: `Another one. ${long}` })).toEqual({ query: addressed(long), cut: true });
  });

  it('is what the address says where it is short, whatever is kept', () => {
    keepQuestion(long);
    expect(askedQuestion('?q=refund…', stateOf(long))).toEqual({ query: 'refund…', cut: false });
    expect(askedQuestion('', stateOf(long))).toEqual({ query: '', cut: false });
    expect(stateOf('refund')).toBeNull();
  });

  it('is kept for the contact form, whole, until another one or none takes its place', () => {
    keepQuestion('a'.repeat(20_000));
    expect(keptQuestion()).toHaveLength(20_000);
    keepQuestion('refund');
    expect(keptQuestion()).toBe('refund');
    keepQuestion('');
    expect(keptQuestion()).toBeUndefined();
  });
});

describe('a question that is mentioned', () => {
  it('is cut where it would fill the screen, between two characters', () => {
    expect(mentioned('refund')).toBe('refund');
    expect(mentioned('🔒'.repeat(1_000))).toMatch(/^(?:🔒){59}…$/u);
  });
});
