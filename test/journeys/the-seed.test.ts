import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { account, bell, levels } from '../builders/account.ts';
import { at } from '../builders/calendar.ts';
import { letter, typed } from '../builders/incoming.ts';
import { people, stationOf, textOf } from '../builders/station.ts';
import { type Product, startProduct } from '../support/product.ts';

const seed = letter('11503/VPCP-TTĐT', '2017-10-30', {
  author: 'Văn phòng Chính phủ',
  subject: 'V/v kết nối, liên thông các phần mềm quản lý văn bản trước ngày 31/12/2017',
});
const before = { dueKind: 'before', dueValue: '31/12/2017' };

let product: Product;
let as: ReturnType<typeof stationOf>;
let id: DispatchId;

beforeAll(async () => {
  product = await startProduct(at('2017-10-31 07:30'));
  as = stationOf(product);
  await product.sleepUntil(at('2017-10-31 08:00'));
  id = await product.arrive(seed);
  const mai = await as('mai');
  await mai.does(id, 'register', typed(seed));
  await mai.does(id, 'present', { leader: people.hoa.post });
});
afterAll(() => product.stop());

test('S01: “trước ngày 31/12/2017” ends on the Friday before that Sunday', async () => {
  const hoa = await as('hoa');
  const preview = await hoa.browser.post(`/dispatches/${id}/deadline-preview`, before);
  expect(textOf(preview.text)).toContain('Đến hạn 17:00 29/12/2017');
  await hoa.does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    opinion: 'Giao Văn xã',
    ...before,
  });
  expect((await account(hoa, id)).dues).toEqual({
    desk: '17:00 29/12/2017',
    'Phòng Văn xã': '17:00 29/12/2017',
  });
  await product.sleepUntil(at('2017-12-28 07:29'));
  expect(await levels(hoa, id)).toEqual({});
});

test('S01: reminder and escalations step over the new year, each told once', async () => {
  await product.sleepUntil(at('2018-01-08 08:00'));
  const hoa = await as('hoa');
  await expect
    .poll(() => levels(hoa, id))
    .toEqual({
      'việc của Phòng Văn xã': [
        ...['R1 07:30 28/12/2017', 'L1 17:00 29/12/2017'],
        ...['L2 07:30 03/01/2018', 'L3 07:30 05/01/2018'],
      ],
    });
  const told = async (who: Parameters<typeof as>[0]) =>
    (await bell(await as(who))).filter((line) => line.includes('hạn 17:00 29/12/2017'));
  expect((await told('minh')).map((line) => line.slice(6, 16))).toEqual([
    ...['31/10/2017', '28/12/2017', '29/12/2017', '03/01/2018', '05/01/2018'],
  ]);
  for (const [who, times] of [
    ['hoa', 2],
    ['lan', 2],
    ['hai', 1],
    ['mai', 0],
    ['trang', 0],
  ] as const) {
    expect(await told(who), who).toHaveLength(times);
  }
  const late = textOf((await (await as('hai')).browser.get('/supervision/rows?figure=openLate')).text);
  expect(late).toMatch(/11503\/VPCP-TTĐT.*07:30 05\/01\/2018 đôn đốc lần 3: /);
});
