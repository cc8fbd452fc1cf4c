import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/schemas/article.ts';
import { writtenIn } from '../../../src/schemas/instant.ts';
import { isBuilt, type Publishing, publishingTimes } from '../../../src/schemas/publishing.ts';

const parsed = (fields: object) => articleSchema.safeParse({ title: 'T', id: 't', description: 'D', ...fields });
function article(fields: object, timeZone = 'UTC'): Publishing {
  const { data } = parsed(fields);
  if (!data) throw new Error('The front matter is wrong.');
  return { draft: data.draft, ...publishingTimes(data, timeZone) };
}
const noon = new Date('2026-06-01T12:00:00Z');

describe('whether a build includes an article', () => {
  it('does unless the front matter says otherwise', () => {
    expect(isBuilt(article({}), noon)).toBe(true);
    expect(isBuilt(article({ unlisted: true }), noon)).toBe(true);
  });

  it('does not while it is a draft', () => {
    expect(isBuilt(article({ draft: true }), noon)).toBe(false);
  });

  it('does from the day of publish_at on', () => {
    expect(isBuilt(article({ publish_at: '2026-06-02' }), noon)).toBe(false);
    expect(isBuilt(article({ publish_at: '2026-06-01' }), noon)).toBe(true);
  });

  it('does not from the day of expires_at on', () => {
    expect(isBuilt(article({ expires_at: '2026-06-01' }), noon)).toBe(false);
    expect(isBuilt(article({ expires_at: '2026-06-02' }), noon)).toBe(true);
  });

  it('does from the time of day of publish_at on, and not from that of expires_at on', () => {
    const fields = { publish_at: '2026-06-01 14:00', expires_at: '2026-06-01T14:30' };
    const at = (time: string) => isBuilt(article(fields, 'Europe/Berlin'), new Date(`2026-06-01T${time}Z`));
    expect([at('11:59'), at('12:00'), at('12:29'), at('12:30')]).toEqual([false, true, true, false]);
  });
});

describe('the time of publishing', () => {
  // The clocks of Berlin go forward at 2:00 on 29 March 2026 and back at 3:00 on 25 October; those of Santiago at midnight.
  it.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00Z'],
    ['2026-03-29 01:59', 'Europe/Berlin', '2026-03-29T00:59Z'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30Z'],
    ['2026-03-29 03:00', 'Europe/Berlin', '2026-03-29T01:00Z'],
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
    ['2026-10-25 03:00', 'Europe/Berlin', '2026-10-25T02:00Z'],
    ['2026-05-01 09:00', 'Asia/Seoul', '2026-05-01T00:00Z'],
    ['2026-05-01', 'Pacific/Kiritimati', '2026-04-30T10:00Z'],
    ['2026-04-05 00:00', 'America/Santiago', '2026-04-05T04:00Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00Z'],
  ])('%s in %s is %s', (written, timeZone, instant) => {
    expect(publishingTimes({ publish_at: written }, timeZone).publish_at).toEqual(new Date(instant));
  });

  it.each([
    ['2026-05-01 14:30', '2026-05-01 14:30'],
    ['2026-05-01T00:00', '2026-05-01'],
    ['2026-05-01', '2026-05-01'],
  ])('%s is told as %s', (written, told) => {
    const { expires_at: until } = publishingTimes({ expires_at: written }, 'Europe/Berlin');
    expect(writtenIn('Europe/Berlin', until!)).toBe(told);
  });

  it.each([
    '2026-02-30',
    '2026-05-01 24:00',
    '2026-05-01 9:00',
    '2026-05-01T14:30Z',
    '2026-05-01 14:30:00',
    'tomorrow',
  ])('is never %s', (written) => {
    expect(parsed({ publish_at: written }).error?.issues[0]?.message).toMatch(/^a day .*such as 2026-05-01/);
  });
});
