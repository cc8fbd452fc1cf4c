import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment } from '../../../src/schemas/day.ts';
import { endOf, instantOf } from '../../../src/schemas/instant.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

describe('when a written moment is', () => {
  it('follows the clocks of the zone, in winter and in summer', () => {
    expect(iso(instantOf('2026-01-15 14:30', 'Europe/Berlin'))).toBe('2026-01-15T13:30:00.000Z');
    expect(iso(instantOf('2026-07-15T14:30', 'Europe/Berlin'))).toBe('2026-07-15T12:30:00.000Z');
    expect(iso(instantOf('2026-07-15 00:10', 'Asia/Kathmandu'))).toBe('2026-07-14T18:25:00.000Z');
    expect(iso(instantOf('2026-07-15', 'UTC'))).toBe('2026-07-15T00:00:00.000Z');
  });

  it('is the earlier one where the clocks show a time twice', () => {
    expect(iso(instantOf('2026-10-25 02:30', 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(instantOf('2026-11-01 01:30', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  });

  it('is later by what the clocks are put forward where they skip a time', () => {
    expect(iso(instantOf('2026-03-29 02:30', 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(instantOf('2026-03-08 02:30', 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z');
  });

  it('is at the first time of a day that has no midnight', () => {
    expect(iso(instantOf('2026-03-08', 'America/Havana'))).toBe('2026-03-08T05:00:00.000Z');
  });

  it('is shown by the clocks of the zone as it was written, but for times they skip', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'),
        (date, timeZone) => {
          const shown = (instant: number): string =>
            new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
          const written = shown(date.getTime());
          expect(shown(instantOf(written, timeZone))).toBe(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('when a written moment is over', () => {
  it('is with the end of a day, also of one that is longer than others', () => {
    expect(iso(endOf('2026-10-25', 'Europe/Berlin'))).toBe('2026-10-25T23:00:00.000Z');
    expect(iso(endOf('2026-12-31', 'UTC'))).toBe('2027-01-01T00:00:00.000Z');
  });

  it('is at the time of day where one is written', () => {
    expect(iso(endOf('2026-10-25 18:00', 'Europe/Berlin'))).toBe('2026-10-25T17:00:00.000Z');
  });
});

describe('a moment as owners write it', () => {
  it.each(['2026-05-01', '2026-05-01 14:30', '2026-05-01T00:00'])('may be %s', (written) => {
    expect(moment.parse(written)).toBe(written);
  });

  it.each(['2026-02-30', '2026-05-01 24:00', '2026-05-01 9:00', '2026-05-01T10:00Z', 'tomorrow', '', '2026-5-1'])(
    'is not "%s"',
    (written) => {
      expect(moment.safeParse(written).success).toBe(false);
    },
  );
});
