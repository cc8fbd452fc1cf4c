import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOpen, hoursTable, WEEK } from '../../../src/contact/opening-hours.ts';
import { openState } from '../../../src/contact/opening-state.ts';
import type { OpeningHours } from '../../../src/schemas/channel.ts';

const office: OpeningHours[] = [
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], open: '08:00', close: '20:00' },
  { days: ['sat'], open: '09:00', close: '17:00' },
];
const night: OpeningHours[] = [
  { days: ['mon', 'fri'], open: '17:00', close: '24:00' },
  { days: ['tue', 'sat'], open: '00:00', close: '02:00' },
];
const always: OpeningHours[] = [{ days: [...WEEK], open: '00:00', close: '24:00' }];
const berlin = 'Europe/Berlin';
const at = (moment: string) => new Date(moment);

describe('the state of a telephone line', () => {
  it('is open within its hours, until they end', () => {
    expect(openState(office, berlin, at('2026-06-03T10:00:00Z'))).toEqual({
      open: true,
      changes: at('2026-06-03T18:00:00Z'),
    });
  });

  it('is open on the first minute and closed on the last', () => {
    expect(openState(office, berlin, at('2026-06-03T06:00:00Z')).open).toBe(true);
    expect(openState(office, berlin, at('2026-06-03T18:00:00Z')).open).toBe(false);
  });

  it('is closed on Sunday, until Monday', () => {
    expect(openState(office, berlin, at('2026-06-07T10:00:00Z'))).toEqual({
      open: false,
      changes: at('2026-06-08T06:00:00Z'),
    });
  });

  it('goes on past midnight when the next day’s hours begin there', () => {
    expect(openState(night, berlin, at('2026-06-01T21:00:00Z'))).toEqual({
      open: true,
      changes: at('2026-06-02T00:00:00Z'),
    });
  });

  it('never changes when the line never closes', () => {
    expect(openState(always, berlin, at('2026-06-07T22:30:00Z'))).toEqual({ open: true, changes: null });
    expect(alwaysOpen(always)).toBe(true);
    expect(alwaysOpen(office)).toBe(false);
  });

  it('opens at the written time though the clocks change in the night before', () => {
    // Clocks in Berlin go from 02:00 to 03:00 on 29 March 2026, a Sunday.
    const sunday: OpeningHours[] = [{ days: ['sun'], open: '08:00', close: '12:00' }];
    expect(openState(sunday, berlin, at('2026-03-28T20:00:00Z'))).toEqual({
      open: false,
      changes: at('2026-03-29T06:00:00Z'),
    });
    // And back from 03:00 to 02:00 on 25 October.
    expect(openState(sunday, berlin, at('2026-10-24T20:00:00Z'))).toEqual({
      open: false,
      changes: at('2026-10-25T07:00:00Z'),
    });
  });

  it('changes at the moment it names and not before, whatever the hours and the zone', () => {
    const time = fc
      .integer({ min: 0, max: 48 })
      .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
    const hours = fc.array(fc.record({ days: fc.subarray([...WEEK], { minLength: 1 }), open: time, close: time }), {
      minLength: 1,
      maxLength: 3,
    });
    const zone = fc.constantFrom('UTC', 'Asia/Seoul', 'America/Los_Angeles', 'Asia/Kathmandu');
    const moment = fc.date({ min: at('2026-05-01T00:00:00Z'), max: at('2026-09-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(hours, zone, moment, (week, timeZone, now) => {
        const state = openState(week, timeZone, now);
        if (!state.changes) return;
        expect(state.changes.getTime()).toBeGreaterThan(now.getTime() - 60_000);
        expect(openState(week, timeZone, state.changes).open).toBe(!state.open);
        const before = new Date(state.changes.getTime() - 60_000);
        if (before > now) expect(openState(week, timeZone, before).open).toBe(state.open);
      }),
    );
  });
});

describe('the table of opening hours', () => {
  it('puts neighbouring days with the same times into one row', () => {
    expect(hoursTable(office)).toEqual([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: [{ open: 480, close: 1200 }] },
      { days: ['sat'], times: [{ open: 540, close: 1020 }] },
      { days: ['sun'], times: [] },
    ]);
  });

  it('shows a night on the day it begins', () => {
    expect(hoursTable(night)[0]).toEqual({ days: ['mon'], times: [{ open: 1020, close: 1560 }] });
  });

  it('shows a line that never closes as whole days', () => {
    expect(hoursTable(always)).toEqual([{ days: [...WEEK], times: [{ open: 0, close: 1440 }] }]);
  });
});
