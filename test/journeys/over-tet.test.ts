import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { account, bell, levels } from '../builders/account.ts';
import { at } from '../builders/calendar.ts';
import { letter, typed } from '../builders/incoming.ts';
import { people, type Station, stationOf, textOf } from '../builders/station.ts';
import { type Product, startProduct } from '../support/product.ts';

// Tết Bính Ngọ: no work from Saturday 14/02 to Sunday 22/02/2026.
const economy = letter('07/VPCP-KTTH', '2026-02-10');
const labour = letter('118/BNV-CVL', '2026-02-12', { author: 'Bộ Nội vụ' });
const left = letter('119/BNV-CVL', '2026-02-12', { author: 'Bộ Nội vụ' });

let product: Product;
let as: ReturnType<typeof stationOf>;
let mai: Station, toan: Station, hoa: Station, minh: Station;
let settling: DispatchId;
let registered: DispatchId;
let unregistered: DispatchId;

const supervised = async (who: Station, query: string) =>
  textOf((await who.browser.get(`/supervision/rows?figure=${query}`)).text);

beforeAll(async () => {
  product = await startProduct(at('2026-02-11 08:00'));
  as = stationOf(product);
  [mai, toan, hoa, minh] = await Promise.all([as('mai'), as('toan'), as('hoa'), as('minh')]);
});
afterAll(() => product.stop());

describe('S02: five working days over Tết', () => {
  test('end on 25/02, and before Tết that is three days and an hour away', async () => {
    await product.sleepUntil(at('2026-02-11 08:05'));
    settling = await product.arrive(economy);
    await product.sleepUntil(at('2026-02-11 08:20'));
    expect(await mai.does(settling, 'register', typed(economy))).toContain('hạn giải quyết 17:00 25/02/2026');
    await mai.does(settling, 'present', { leader: people.hoa.post });
    await hoa.does(settling, 'direct', { [`receivers[${people.vx.key}]`]: 'lead', opinion: 'Giao Văn xã' });
    expect((await account(hoa, settling)).dues).toEqual({
      desk: '17:00 25/02/2026',
      'Phòng Văn xã': '17:00 25/02/2026',
    });
    await product.sleepUntil(at('2026-02-13 16:00'));
    const pages = [
      await minh.sees(settling),
      textOf((await minh.browser.get('/tasks')).text),
      await supervised(await as('hai'), 'openInTime'),
    ];
    for (const page of pages) {
      expect(page).toContain('còn 3 ngày 1 giờ làm việc');
      expect(page).not.toContain('12 ngày');
    }
  });
});

describe('S03: what comes just before Tết', () => {
  test('is confirmed at once and need not be registered before the day after Tết', async () => {
    await product.sleepUntil(at('2026-02-13 16:50'));
    registered = await product.arrive(labour);
    unregistered = await product.arrive(left);
    expect(await account(mai, registered)).toMatchObject({
      status: 'arrived',
      limits: { registering: '17:00 23/02/2026' },
      statuses: ['01 16:50 13/02/2026'],
    });
    expect(await mai.sees(registered)).toContain('Hạn vào sổ còn 1 ngày 10 phút làm việc 17:00 23/02/2026');
  });

  test('registered on that day it is to be presented by the next', async () => {
    await product.sleepUntil(at('2026-02-23 08:10'));
    expect(await mai.does(registered, 'register', typed(labour))).toContain(
      'Hạn trình còn 1 ngày 6 giờ 50 phút làm việc 17:00 24/02/2026',
    );
    const { limits, statuses, fired } = await account(mai, registered);
    expect({ limits, statuses, fired }).toEqual({
      limits: { presenting: '17:00 24/02/2026' },
      statuses: ['01 16:50 13/02/2026', '03 08:10 23/02/2026'],
      fired: {},
    });
  });

  test('left lying it is late that evening and not during Tết, and the Chánh VP is told so', async () => {
    await product.sleepUntil(at('2026-02-23 16:59'));
    const monitor = await as('000.00.00.G22/th/truong');
    const below = 'openLate&tier=province';
    expect(await levels(mai, unregistered)).toEqual({});
    expect(await bell(toan)).toEqual([
      '08:20 11/02/2026 Văn bản đã vào sổ, chờ trình: 07/VPCP-KTTH',
      '08:10 23/02/2026 Văn bản đã vào sổ, chờ trình: 118/BNV-CVL',
    ]);
    expect(await supervised(monitor, below)).not.toContain('119/BNV-CVL');
    await product.sleepUntil(at('2026-02-23 17:01'));
    await expect
      .poll(() => levels(mai, unregistered))
      .toEqual({
        'Hạn vào sổ': ['L1 17:00 23/02/2026'],
      });
    const told =
      '17:00 23/02/2026 Quá hạn mức 1: 1 việc đã đến hạn mà chưa xong: 119/BNV-CVL hạn 17:00 23/02/2026 chậm tiếp nhận';
    for (const one of [toan, mai]) expect((await bell(one)).at(-1)).toBe(told);
    expect(textOf((await toan.browser.get('/messages')).text)).toContain('chậm tiếp nhận');
    expect(await bell(hoa)).not.toContain(told);
    expect((await account(mai, unregistered)).statuses).toEqual(['01 16:50 13/02/2026']);
    // The sender’s own record of the delivery is not there yet; whoever oversees the receiver sees it late.
    expect(await supervised(monitor, below)).toMatch(/119\/BNV-CVL.*UBND tỉnh Lai Châu.*chờ vào sổ/);
  });
});

test('S02: reminders and escalations leave Tết out, and reach one person more each time', async () => {
  await product.sleepUntil(at('2026-03-04 08:00'));
  await expect
    .poll(() => levels(hoa, settling))
    .toEqual({
      'việc của Phòng Văn xã': [
        ...['R1 07:30 24/02/2026', 'L1 17:00 25/02/2026'],
        ...['L2 07:30 27/02/2026', 'L3 07:30 03/03/2026'],
      ],
    });
  const days = ['24/02', '25/02', '27/02', '03/03'];
  const received = async (who: Station) =>
    (await bell(who))
      .filter((line) => line.includes('hạn 17:00 25/02/2026'))
      .map((line) => line.slice(6, 11));
  expect(await received(minh)).toEqual(['11/02', ...days]);
  expect(await received(hoa)).toEqual(days.slice(2));
  expect(await received(await as('lan'))).toEqual(days.slice(2));
  expect(await received(await as('hai'))).toEqual(days.slice(3));
});
