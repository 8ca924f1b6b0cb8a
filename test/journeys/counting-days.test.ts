import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { account, bell, levels } from '../builders/account.ts';
import { at } from '../builders/calendar.ts';
import { letter, typed } from '../builders/incoming.ts';
import { people, type Station, stationOf } from '../builders/station.ts';
import { type Product, startProduct } from '../support/product.ts';

const chain = '/admin/chains/incoming';

let product: Product;
let as: ReturnType<typeof stationOf>;

/** What an administrator changes in the chain is in use from now on. */
async function publishes(
  { browser }: Station,
  what: string,
  fields: Record<string, string>,
  startsOn: string,
) {
  const saved = await browser.post(`${chain}/${what}`, { edition: '0', ...fields });
  const published = await browser.post(`${chain}/publish`, { edition: '1', startsOn });
  expect([saved.status, published.status]).toEqual([303, 303]);
}

beforeAll(async () => {
  product = await startProduct(at('2026-08-20 13:30'));
  as = stationOf(product);
});
afterAll(() => product.stop());

describe('S06: a worked Saturday', () => {
  const reform = letter('640/BNV-CCHC', '2026-08-19');
  let id: DispatchId;
  let minh: Station, hoa: Station;

  test('is one of the three working days that the chain gives', async () => {
    const rule = { types: 'Công văn', dueAmount: '3', dueUnit: 'workingDays' };
    await publishes(await as('000.00.00.H35/vp/qt'), 'rules/new', rule, '20/08/2026');
    await product.sleepUntil(at('2026-08-20 14:00'));
    id = await product.arrive(reform);
    const mai = await as('mai');
    expect(await mai.does(id, 'register', typed(reform))).toContain('hạn giải quyết 17:00 24/08/2026');
    await mai.does(id, 'present', { leader: people.hoa.post });
    [hoa, minh] = [await as('hoa'), await as('minh')];
    await hoa.does(id, 'direct', { [`receivers[${people.vx.key}]`]: 'lead', opinion: 'Giao Văn xã' });
    await product.sleepUntil(at('2026-08-21 17:30'));
    expect(await minh.sees(id)).toContain('Hạn giải quyết còn 2 ngày làm việc 17:00 24/08/2026');
  });

  test('is the day of the reminder, and counts for no escalation', async () => {
    await product.sleepUntil(at('2026-08-28 07:45'));
    await expect
      .poll(() => levels(hoa, id))
      .toEqual({
        'việc của Phòng Văn xã': [
          ...['R1 07:30 22/08/2026', 'L1 17:00 24/08/2026'],
          ...['L2 07:30 26/08/2026', 'L3 07:30 28/08/2026'],
        ],
      });
    expect(await bell(minh)).toContain(
      '07:30 22/08/2026 Nhắc việc: 1 việc sắp đến hạn: 640/BNV-CCHC hạn 17:00 24/08/2026',
    );
  });
});

describe('S08: days are not hours', () => {
  const home = '000.00.12.H35' as AgencyCode;
  const byDay = letter('2114/BTTTT-CĐS', '2026-08-27', { to: home });
  const byHour = letter('2115/BTTTT-CĐS', '2026-08-27', { to: home });
  const room = 'Phòng Công nghệ thông tin';
  let director: Station;
  let oneDay: DispatchId;
  let eightHours: DispatchId;

  const ladder = { R1: ['-1', '50'], L1: ['0', '0'], L2: ['2', '60'], L3: ['4', '120'] };
  const ladderFields = Object.entries(ladder).flatMap(
    ([level, [days = '', minutes = '']]): [string, string][] => [
      [`ladder[${level}][on]`, 'true'],
      [`ladder[${level}][days]`, days],
      [`ladder[${level}][minutes]`, minutes],
      [`ladder[${level}][to][0]`, 'assignee'],
    ],
  );
  /** The step of directing with eight hours instead of one day. */
  const directing = {
    ...{ title: 'Giám đốc chỉ đạo', act: 'direct', who: 'role', role: 'leader' },
    ...{ dueAmount: '8', dueUnit: 'workingHours', ...Object.fromEntries(ladderFields) },
  };

  test('of two steps that open together one ends with the next working day, one after eight hours', async () => {
    const clerk = await as(`${home}/vp/vt1`);
    oneDay = await product.arrive(byDay);
    await clerk.does(oneDay, 'register', typed(byDay));
    await publishes(await as(`${home}/vp/qt`), 'steps/direct', directing, '28/08/2026');
    eightHours = await product.arrive(byHour);
    await clerk.does(eightHours, 'register', typed(byHour));
    director = await as(`${home}/ld/gd`);
    await product.sleepUntil(at('2026-08-28 08:30'));
    for (const id of [oneDay, eightHours]) await clerk.does(id, 'present', { leader: `${home}/ld/gd` });
    expect((await account(director, oneDay)).limits).toEqual({ directing: '17:00 03/09/2026' });
    expect((await account(director, eightHours)).limits).toEqual({ directing: '09:00 03/09/2026' });
    expect(await director.sees(eightHours)).toContain('Hạn cho ý kiến còn 1 ngày 30 phút làm việc');
  });

  test('so it is with what the director gives their rooms', async () => {
    const gives = (id: DispatchId, dueKind: string, dueValue: string) =>
      director.does(id, 'direct', {
        ...{ [`receivers[unit:${home}/cntt]`]: 'lead', opinion: 'Giao phòng tham mưu', dueKind, dueValue },
      });
    await gives(oneDay, 'workingDays', '1');
    await gives(eightHours, 'workingHours', '8');
    expect((await account(director, oneDay)).dues[room]).toBe('17:00 03/09/2026');
    expect((await account(director, eightHours)).dues[room]).toBe('09:00 03/09/2026');
  });

  test('and the hours are half used on the Friday already, the day not before its last morning', async () => {
    await product.sleepUntil(at('2026-09-04 08:00'));
    const fired = async (id: DispatchId) => (await levels(director, id))[`việc của ${room}`];
    await expect.poll(() => fired(oneDay)).toEqual(['L1 17:00 03/09/2026']);
    expect((await fired(eightHours))?.slice(0, 2)).toEqual(['R1 14:30 28/08/2026', 'L1 09:00 03/09/2026']);
  });
});
