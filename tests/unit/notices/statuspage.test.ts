import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatuspage } from '../../../src/notices/statuspage.ts';

const ORIGIN = 'https://status.example.com';
const words = { locale: 'en', details: 'Details' };
const read = (data: unknown) => readStatuspage(data, ORIGIN, words);

/** As https://developer.statuspage.io describes a summary. */
const summary = {
  page: { id: 'kctbh9vrtdwd', name: 'Example', url: ORIGIN, time_zone: 'Etc/UTC' },
  status: { indicator: 'major', description: 'Partial System Outage' },
  components: [{ id: 'b13yz5g2cw10', name: 'API', status: 'partial_outage' }],
  incidents: [
    {
      id: 'kcyyhfl8ptpz',
      name: 'Payments are declined',
      status: 'identified',
      impact: 'major',
      shortlink: 'https://stspg.example/kcyyhfl8ptpz',
      incident_updates: [{ id: 'x', status: 'identified', body: 'We are on it.' }],
    },
    { id: 'done', name: 'Over', status: 'resolved', impact: 'critical' },
  ],
  scheduled_maintenances: [
    {
      id: 'w1zdr745wmfy',
      name: 'New database',
      status: 'scheduled',
      impact: 'maintenance',
      scheduled_for: '2026-06-04T22:00:00.000Z',
      scheduled_until: '2026-06-05T01:00:00.000Z',
    },
    { id: 'past', name: 'Old database', status: 'completed', impact: 'none' },
  ],
};

describe('the summary of a status page', () => {
  it('becomes notices: open incidents, then maintenance from two days before it begins', () => {
    const [incident, maintenance, ...others] = read(summary);
    expect(others).toEqual([]);
    expect(incident).toEqual({
      id: 'kcyyhfl8ptpz',
      text: 'Payments are declined',
      severity: 'critical',
      categories: [],
      link: { label: 'Details', href: `${ORIGIN}/incidents/kcyyhfl8ptpz` },
    });
    expect(maintenance).toMatchObject({ severity: 'info', from: Date.parse('2026-06-02T22:00Z') });
    expect(maintenance!.text).toMatch(/^New database \(Jun 4, 2026.*\)$/);
  });

  it.each([
    ['none', 'info'],
    ['minor', 'warning'],
    ['major', 'critical'],
    ['critical', 'critical'],
    ['constructor', 'info'],
    [undefined, 'info'],
  ])('gives an incident of the impact %s the severity %s', (impact, severity) => {
    expect(read({ incidents: [{ id: 'a', name: 'A', impact }] })).toMatchObject([{ severity }]);
  });

  it('leads nowhere but to the status page', () => {
    const hostile = ['../../x', 'a/b', 'a"><script>', 'javascript:alert(1)', '', 7, null].map((id) => ({
      id,
      name: 'A',
    }));
    expect(read({ incidents: hostile })).toEqual([]);
    expect(read({ incidents: [{ id: 'a', name: 'A', shortlink: 'https://evil.example/' }] })[0]?.link?.href).toBe(
      `${ORIGIN}/incidents/a`,
    );
  });

  it('tells maintenance without times where it gives none, or such as run backwards', () => {
    const [maintenance] = read({
      scheduled_maintenances: [{ id: 'a', name: 'A', scheduled_for: '2026-06-05', scheduled_until: '2026-06-04' }],
    });
    expect(maintenance).toMatchObject({ text: 'A' });
    expect(maintenance).not.toHaveProperty('from');
  });

  it('is nothing where it is something else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const data of [value, { incidents: value }, { incidents: [value] }, { scheduled_maintenances: [value] }])
          for (const { text, link } of read(data)) {
            expect(text).not.toBe('');
            expect(new URL(link!.href).origin).toBe(ORIGIN);
          }
      }),
    );
  });
});
