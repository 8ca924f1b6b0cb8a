import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { account, bell, levels } from '../builders/account.ts';
import { at } from '../builders/calendar.ts';
import { letter, typed } from '../builders/incoming.ts';
import { type Station, stationOf } from '../builders/station.ts';
import { type Product, startProduct } from '../support/product.ts';

const finance = '000.00.14.H35' as AgencyCode;
const urgent = { author: 'Bộ Tài chính', to: finance, priority: 1 } as const;
const budget = letter('2210/BTC-NSNN', '2026-08-25', urgent);

let product: Product;
let as: ReturnType<typeof stationOf>;
let clerk: Station;
let id: DispatchId;
let left: DispatchId;

beforeAll(async () => {
  product = await startProduct(at('2026-08-26 11:00'));
  as = stationOf(product);
  clerk = await as(`${finance}/vp/vt1`);
  await product.sleepUntil(at('2026-08-26 11:10'));
  id = await product.arrive(budget);
  left = await product.arrive(letter('2211/BTC-NSNN', '2026-08-25', urgent));
});
afterAll(() => product.stop());

test('S05: khẩn before lunch leaves sixty minutes of work, so until after lunch', async () => {
  expect(await clerk.sees(id)).toContain('Hạn vào sổ còn 1 giờ làm việc 14:10 26/08/2026');
  expect(await bell(await as(`${finance}/ld/gd`))).toEqual(
    ['2210', '2211'].map((number) => `11:10 26/08/2026 Văn bản mới đến, chờ vào sổ: ${number}/BTC-NSNN`),
  );
  await product.sleepUntil(at('2026-08-26 14:05:30'));
  expect(await clerk.does(id, 'register', typed(budget))).toContain(
    'Hạn trình còn 5 phút làm việc 14:10 26/08/2026',
  );
});

test('S05: it is late at ten past two and not before', async () => {
  expect(await levels(clerk, left)).toEqual({});
  await product.sleepUntil(at('2026-08-26 14:11'));
  await expect.poll(() => levels(clerk, left)).toEqual({ 'Hạn vào sổ': ['L1 14:10 26/08/2026'] });
  const { fired, limits } = await account(clerk, id);
  expect({ fired, limits }).toEqual({
    fired: { 'Hạn trình': ['L1 14:10 26/08/2026'] },
    limits: { presenting: '14:10 26/08/2026' },
  });
  expect((await bell(await as(`${finance}/vp/chanh`))).at(-1)).toContain('14:10 26/08/2026 Quá hạn mức 1');
});
