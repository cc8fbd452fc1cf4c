import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserStorage, tabStorage } from '../../../src/components/guarded-storage.ts';

afterEach(() => vi.unstubAllGlobals());

/** As much of Storage as is needed here: what is kept are properties of the object, as in a browser. */
class MapStorage {
  getItem(key: string): string | null {
    return ((this as Record<string, unknown>)[key] as string | undefined) ?? null;
  }
  setItem(key: string, text: string): void {
    if (text.length > 100) throw new DOMException('Full.', 'QuotaExceededError');
    Object.assign(this, { [key]: text });
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

describe('where storage is allowed', () => {
  test('what is stored is found again until it is removed, separately for the browser and for the tab', () => {
    vi.stubGlobal('localStorage', new MapStorage());
    vi.stubGlobal('sessionStorage', new MapStorage());
    expect(browserStorage.set('a', '1')).toBe(true);
    expect(tabStorage.set('b', '2')).toBe(true);
    expect([browserStorage.get('a'), browserStorage.get('b'), tabStorage.get('b')]).toEqual(['1', null, '2']);
    expect([browserStorage.keys(), tabStorage.keys()]).toEqual([['a'], ['b']]);
    browserStorage.remove('a');
    expect(browserStorage.get('a')).toBeNull();
  });

  test('what does not fit is reported and leaves what was stored', () => {
    vi.stubGlobal('localStorage', new MapStorage());
    browserStorage.set('a', '1');
    expect(browserStorage.set('a', 'x'.repeat(101))).toBe(false);
    expect(browserStorage.get('a')).toBe('1');
  });
});

describe('where storage is forbidden', () => {
  test('nothing is stored and nothing is thrown', () => {
    const forbid = {
      get: () => {
        throw new DOMException('Forbidden.', 'SecurityError');
      },
      configurable: true,
    };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', forbid);
    try {
      expect(() => localStorage).toThrow('Forbidden.');
      expect([browserStorage.set('a', '1'), browserStorage.get('a'), browserStorage.keys()]).toEqual([false, null, []]);
      expect(() => browserStorage.remove('a')).not.toThrow();
    } finally {
      if (before) Object.defineProperty(globalThis, 'localStorage', before);
      else Reflect.deleteProperty(globalThis, 'localStorage');
    }
  });
});
