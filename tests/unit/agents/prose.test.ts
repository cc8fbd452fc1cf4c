import { describe, expect, it } from 'vitest';
import { proseOf } from '../../../src/agents/prose.ts';

describe('a passage as it reads in a letter', () => {
  it('keeps whole sentences, steps with their numbers and bullets', () => {
    const passage = 'You can cancel any time.\n1. Open the app.\n2. Tap Plan › Cancel.\n• Keep the lock.';
    expect(proseOf(passage)).toBe(passage);
  });

  it('leaves out half a sentence at either end', () => {
    expect(proseOf('… of the month. It ends then. Bikes that were locked …')).toBe('It ends then.');
    expect(proseOf('매달 1일에 결제됩니다. 결제일은 다음과 …')).toBe('매달 1일에 결제됩니다.');
    expect(proseOf('每月一日扣款。如果余额不足，系统会 …')).toBe('每月一日扣款。');
  });

  it('keeps half a sentence where there is nothing else', () => {
    expect(proseOf('… a very long sentence that was cut on both sides …')).toBe(
      '… a very long sentence that was cut on both sides …',
    );
  });

  it('ends with no line that announces what is not there', () => {
    expect(proseOf('Refunds take five days.\nYou need:')).toBe('Refunds take five days.');
    expect(proseOf('You need:')).toBe('You need:');
    expect(proseOf('')).toBe('');
  });
});
