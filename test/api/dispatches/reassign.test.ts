import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishChain } from '../../../store/chains/chain.repository.ts';
import { stateOf } from '../../../store/dispatches/dispatch.view.ts';
import { at } from '../../builders/calendar.ts';
import { takingChain } from '../../builders/incoming.ts';
import { officeOf } from '../../builders/office.ts';
import { agencies } from '../../builders/people.ts';
import { textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;

beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
});
afterAll(() => product.stop());

it('late work goes to the head of the unit, where the chain says so; both are told (flows 1)', async () => {
  const office = officeOf(product);
  const today = { startsAt: product.now() - 1, publishedAt: product.now() };
  await publishChain({ ...takingChain, version: 2 }, today, { by: 'Phùng Thị Hậu', key: 'taking' });
  const due = { kind: 'workingDays', days: 1 } as const;
  const id = await office.directed({ documentId: 'late' }, [await office.post('trang', 'lead', due)]);
  const [trang, minh] = await Promise.all([product.signedIn('trang.pt'), product.signedIn('minh.dq')]);
  expect((await minh.get('/tasks')).text).not.toContain(id);

  await product.sleepUntil(at('2026-03-12 07:31'));
  await expect.poll(async () => (await minh.get('/tasks')).text).toContain(id);
  expect((await trang.get('/tasks')).text).not.toContain('aria-current="page">Quá hạn');
  for (const one of [minh, trang]) {
    expect((await one.get('/messages')).text).toContain('Việc được chuyển về lãnh đạo đơn vị');
  }
  const page = textOf((await minh.get(`/dispatches/${id}`)).text);
  expect(page).toContain('chuyển từ Phạm Thu Trang');
  expect(page).toContain('chuyển việc của Phạm Thu Trang (Chuyên viên) về lãnh đạo Phòng Văn xã');

  const answer = { result: 'Đã tham mưu' };
  expect((await trang.post(`/dispatches/${id}/rows/1/complete`, answer)).status).toBe(422);
  expect((await minh.post(`/dispatches/${id}/rows/1/complete`, answer)).status).toBe(303);
  expect((await stateOf(agencies.province, id)).status).toBe('completed');
});
