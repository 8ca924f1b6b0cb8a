import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { account, bell, levels } from '../builders/account.ts';
import { at } from '../builders/calendar.ts';
import { letter, typed } from '../builders/incoming.ts';
import { people, type Person, stationOf, textOf } from '../builders/station.ts';
import { type Product, startProduct } from '../support/product.ts';

const telegram = (number: string, issuedOn: string) =>
  letter(`${number}/CĐ-TTg`, issuedOn, {
    ...{ author: 'Thủ tướng Chính phủ', type: 'Công điện', priority: 3 },
    subject: 'V/v ứng phó mưa lũ, báo cáo trước 12 giờ ngày 17/02/2026',
  });
const flood = { ...telegram('01', '2026-02-16'), dueOn: '2026-02-17' };

let product: Product;
let as: ReturnType<typeof stationOf>;
let id: DispatchId;
let left: DispatchId;

/** Who was told of a document at an instant. */
async function toldOf(code: string, instant: string): Promise<readonly Person[]> {
  const told = await Promise.all(
    (['mai', 'sinh', 'toan', 'hai', 'hoa', 'minh', 'lan'] as const).map(async (who) => {
      const lines = await bell(await as(who));
      return lines.some((line) => line.startsWith(instant) && line.includes(code)) ? [who] : [];
    }),
  );
  return told.flat();
}

beforeAll(async () => {
  product = await startProduct(at('2026-02-17 02:00'));
  as = stationOf(product);
});
afterAll(() => product.stop());

describe('S04: hỏa tốc in the night of Tết', () => {
  test('wakes those on duty and the Chánh VP, who have a quarter of an hour', async () => {
    const sinh = await as('sinh');
    await product.sleepUntil(at('2026-02-17 02:15'));
    id = await product.arrive(flood);
    left = await product.arrive(telegram('02', '2026-02-16'));
    expect(await sinh.sees(id)).toContain('Hạn vào sổ còn 15 phút 02:30 17/02/2026');
    expect(await toldOf('01/CĐ-TTg', '02:15 17/02/2026')).toEqual(['sinh', 'toan']);
    await product.sleepUntil(at('2026-02-17 02:20:30'));
    expect(await sinh.does(id, 'register', typed(flood))).toContain('Hạn trình còn 10 phút 02:30 17/02/2026');
    await sinh.does(id, 'present', { leader: people.hoa.post });
    expect((await account(sinh, id)).statuses).toEqual(['01 02:15 17/02/2026', '03 02:20 17/02/2026']);
  });

  test('is due at noon as the leader enters it, counted in hours of the clock', async () => {
    const hoa = await as('hoa');
    expect(await hoa.page(`${id}/direct`)).toContain('17:00 17/02/2026, còn 14 giờ 40 phút');
    const directed = await hoa.does(id, 'direct', {
      ...{ [`receivers[${people.vx.key}]`]: 'lead', opinion: 'Giao Phòng Văn xã' },
      ...{ dueKind: 'at', dueValue: '12:00 17/02/2026' },
    });
    expect(directed).toContain('Hạn giải quyết còn 9 giờ 40 phút 12:00 17/02/2026');
    await product.sleepUntil(at('2026-02-17 13:30'));
    for (const [who, page] of [
      ['minh', '/tasks'],
      ['hai', '/supervision/rows?figure=openLate&unit=000.00.00.H35/vx'],
    ] as const) {
      const text = textOf((await (await as(who)).browser.get(page)).text);
      expect(text).toContain('quá hạn 1 giờ 30 phút');
      expect(text).not.toContain('30 phút làm việc');
    }
  });

  test('escalates the same day, an hour and two hours after noon', async () => {
    await product.sleepUntil(at('2026-02-17 15:00'));
    const hoa = await as('hoa');
    await expect
      .poll(() => levels(hoa, id))
      .toEqual({
        'việc của Phòng Văn xã': [
          ...['R1 07:10 17/02/2026', 'L1 12:00 17/02/2026'],
          ...['L2 13:00 17/02/2026', 'L3 14:00 17/02/2026'],
        ],
      });
    expect(await toldOf('01/CĐ-TTg', '12:00 17/02/2026')).toEqual(['minh']);
    expect(await toldOf('01/CĐ-TTg', '13:00 17/02/2026')).toEqual(['hoa', 'minh', 'lan']);
    expect(await toldOf('01/CĐ-TTg', '14:00 17/02/2026')).toEqual(['hai', 'hoa', 'minh', 'lan']);
  });

  test('left lying it is late at half past two, in the night', async () => {
    const toan = await as('toan');
    expect((await levels(toan, left))['Hạn vào sổ']?.[0]).toBe('L1 02:30 17/02/2026');
    expect(await bell(toan)).toContain(
      '02:30 17/02/2026 Quá hạn mức 1: 1 việc đã đến hạn mà chưa xong: 02/CĐ-TTg hạn 02:30 17/02/2026 chậm tiếp nhận',
    );
  });

  test('with nobody on duty it wakes the Chánh VP and the chairman', async () => {
    await product.sleepUntil(at('2026-02-18 02:15'));
    await product.arrive(telegram('03', '2026-02-17'));
    expect(await toldOf('03/CĐ-TTg', '02:15 18/02/2026')).toEqual(['toan', 'hai']);
  });
});
