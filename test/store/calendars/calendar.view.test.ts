import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedConnected } from '../../../bin/seed.ts';
import { addCalendarEntry } from '../../../store/calendars/calendar.repository.ts';
import { calendarOf, calendarUsers, isEntered, sourcesOf } from '../../../store/calendars/calendar.view.ts';
import { connect, disconnect } from '../../../store/connection.ts';
import type { AgencyCode } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { freshDatabase } from '../../support/database.ts';

const government = '000.00.00.G22' as AgencyCode;
const province = '000.00.00.H35' as AgencyCode;
const district = '000.00.32.H35' as AgencyCode;
const commune = '000.12.32.H35' as AgencyCode;
const now = at('2026-03-09 08:00');
const closed = { enteredAt: now, note: 'Trụ sở sửa chữa', daysOff: { '2026-03-20': 'Sửa chữa' }, key: 'k1' };

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
});
afterAll(disconnect);

describe('calendars', () => {
  it('are inherited from the province, and the Government keeps its own', async () => {
    expect((await sourcesOf(commune, now)).inherited?.agency).toBe(province);
    expect((await sourcesOf(province, now)).inherited).toBeUndefined();
    const users = await calendarUsers(province, now);
    expect(users).toHaveLength(20 + 8 + 108 + 1);
    expect(users).not.toContain(government);
    expect(await calendarUsers(government, now)).toEqual([government]);
  });

  it('take a change of one agency for that agency alone, even for none below it', async () => {
    const before = await calendarOf(commune, now);
    expect(await addCalendarEntry(district, closed, 0)).toBe(true);
    expect((await calendarOf(district, now)).daysOff).toContain('2026-03-20');
    expect((await calendarOf(district, now)).version).toBe(before.version + 1);
    expect(await calendarOf(commune, now)).toEqual(before);
    expect(await calendarUsers(district, now)).toEqual([district]);
    expect(await calendarUsers(province, now)).toContain(district);
  });

  it('take a change once by its key, and none that somebody else came before', async () => {
    expect(await addCalendarEntry(district, closed, 0)).toBe(true);
    expect(await addCalendarEntry(district, closed, 1)).toBe(true);
    expect(await addCalendarEntry(district, { ...closed, key: 'k2' }, 0)).toBe(false);
    expect((await sourcesOf(district, now)).own?.entries).toHaveLength(1);
    const both = ['k3', 'k4'].map((key) => addCalendarEntry(district, { ...closed, key }, 1));
    expect((await Promise.all(both)).filter((won) => won)).toHaveLength(1);
    expect([await isEntered(district, 'k1'), await isEntered(district, 'k2')]).toEqual([true, false]);
  });
});
