import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOverPost } from '../../../store/organisation/organisation.repository.ts';
import type { DispatchId, PostId } from '../../../workflows/rules/ids.ts';
import { account } from '../../builders/account.ts';
import { at } from '../../builders/calendar.ts';
import { people, type Person, type Station, stationOf, textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

const because = { reason: 'không thuộc lĩnh vực được phân công' };

let product: Product;
let as: (person: Person) => Promise<Station>;

beforeAll(async () => {
  product = await startProduct(at('2026-03-13 08:00'));
  as = stationOf(product);
});
afterAll(() => product.stop());

/** 640/BYT-KHTC as S13 and S14 start: rows 1 Văn xã, 2 Tổng hợp, 3 Trang, 4 Páo, 5 U. */
async function forwarded(codeNumber: string): Promise<DispatchId> {
  const id = await product.arrive({ documentId: codeNumber, codeNumber, issuedOn: '2026-03-10' });
  const mai = await as('mai');
  const fields = { codeNumber, codeNotation: 'BYT-KHTC', issuedOn: '10/03/2026', author: 'Bộ Y tế' };
  await mai.does(id, 'register', mai.registration(fields));
  await mai.does(id, 'present', { leader: people.hoa.post });
  await (await as('hoa')).does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    [`receivers[${people.th.key}]`]: 'cooperate',
    [`own[${people.th.key}]`]: '18/03/2026',
    dueKind: 'byEndOf',
    dueValue: '20/03/2026',
    phrase: 'coordinate',
  });
  await (await as('minh')).does(id, 'rows/1/forward', {
    [`receivers[${people.trang.key}]`]: 'lead',
    [`receivers[${people.pao.key}]`]: 'lead',
    [`receivers[${people.u.key}]`]: 'cooperate',
  });
  return id;
}

/** Rows by their holder as the API tells them. */
async function rows(id: DispatchId): Promise<Record<string, string>> {
  const { status, rows } = await account(await as('mai'), id);
  return { dispatch: status, ...rows };
}

test('rows come back when no lead is left (S14)', async () => {
  const id = await forwarded('641');
  await (await as('pao')).does(id, 'rows/4/give-back', because);
  const open = {
    ...{ dispatch: 'inProgress', 'Phòng Văn xã': 'forwarded', 'Phòng Tổng hợp': 'pending' },
    ...{ 'Phạm Thu Trang': 'pending', 'Giàng A Páo': 'returned', 'Tẩn Lao U': 'pending' },
  };
  expect(await rows(id)).toEqual(open);
  await (await as('trang')).does(id, 'rows/3/give-back', because);
  expect(await rows(id)).toEqual({
    ...open,
    ...{ 'Phòng Văn xã': 'cameBack', 'Phạm Thu Trang': 'returned', 'Tẩn Lao U': 'withdrawn' },
  });
  expect(await (await as('minh')).sees(id)).toContain('Bị trả lại');
});

test('a co-operator’s return stays their own (S14, R6)', async () => {
  const id = await forwarded('642');
  await (await as('u')).does(id, 'rows/5/give-back', because);
  expect(await rows(id)).toEqual({
    ...{ dispatch: 'inProgress', 'Phòng Văn xã': 'forwarded', 'Phòng Tổng hợp': 'pending' },
    ...{ 'Phạm Thu Trang': 'pending', 'Giàng A Páo': 'pending', 'Tẩn Lao U': 'returned' },
  });
});

test('a row for information has no return button, says why, and its call is refused (S14)', async () => {
  const id = await forwarded('643');
  await (await as('trang')).does(id, 'rows/3/forward', { [`receivers[${people.lan.key}]`]: 'inform' });
  const lan = await as('lan');
  const html = (await lan.browser.get(`/dispatches/${id}`)).text;
  expect(html).not.toContain('rows/6/give-back');
  expect(textOf(html)).toContain('Dòng để biết không trả lại được');
  const refused = await lan.browser.post(`/api/v1/dispatches/${id}/rows/6/give-back`, because);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ refused: { rule: 'R4' } });
  expect(await lan.page(`${id}/rows/6/give-back`)).toContain('Dòng để biết không trả lại được');
});

test('reading is an act of its own: opening the page changes nothing (R8)', async () => {
  const id = await forwarded('644');
  const trang = await as('trang');
  expect(await trang.sees(id)).toContain('Đánh dấu đã đọc');
  expect(await trang.sees(id)).toContain('Đánh dấu đã đọc');
  const after = await trang.does(id, 'read');
  expect(after).toContain('Bạn đã đọc lúc');
  expect(after).not.toContain('Đánh dấu đã đọc');
});

test('completing over open work asks first (R2)', async () => {
  const id = await forwarded('645');
  const minh = await as('minh');
  const asked = await minh.browser.post(`/dispatches/${id}/rows/1/complete`, { result: 'Kết thúc sớm' });
  expect(asked.status).toBe(422);
  expect(textOf(asked.text)).toContain('Còn 3 việc ở dưới chưa xong');
  expect(asked.text).toContain('name="confirmOpenBranch" value="true"');
  await minh.does(id, 'rows/1/complete', { result: 'Kết thúc sớm', confirmOpenBranch: 'true' });
  expect(await rows(id)).toMatchObject({ dispatch: 'completed', 'Phạm Thu Trang': 'completed fromAbove' });
});

test('a deadline is bounded by the one above, and a day off is confirmed first (T-8, T-11)', async () => {
  const id = await forwarded('646');
  const trang = await as('trang');
  const send = (fields: Record<string, string>) =>
    trang.browser.post(`/dispatches/${id}/rows/3/forward`, {
      [`receivers[${people.lan.key}]`]: 'cooperate',
      ...fields,
    });
  const later = await send({ dueKind: 'byEndOf', dueValue: '23/03/2026' });
  expect(textOf(later.text)).toContain('Hạn 17:00 23/03/2026 muộn hơn hạn cấp trên giao là 17:00 20/03/2026');
  const sunday = await send({ dueKind: 'byEndOf', dueValue: '15/03/2026' });
  expect(textOf(sunday.text)).toContain(
    'Ngày 15/03/2026 không làm việc. Ngày làm việc ngay trước là 13/03/2026',
  );
  expect(sunday.text).toContain('name="confirmDayOff"');
  const wrong = await send({ dueKind: 'before', dueValue: 'mai' });
  expect(textOf(wrong.text)).toContain('Hãy nhập ngày dạng 31/12/2017');
  expect(wrong.text).toContain('value="mai"');
  const preview = await trang.browser.post(`/dispatches/${id}/deadline-preview`, {
    dueKind: 'workingDays',
    dueValue: '2',
    row: '3',
  });
  expect(textOf(preview.text)).toMatch(/Đến hạn 17:00 17\/03\/2026, còn 2 ngày/);
});

test('receivers are found without accents and without a script', async () => {
  const id = await forwarded('647');
  const trang = await as('trang');
  const found = await trang.browser.post(`/dispatches/${id}/rows/3/forward/draft`, {
    search: 'giang a pao',
    opinion: 'đang viết dở',
    [`receivers[${people.lan.key}]`]: 'cooperate',
  });
  expect(found.status).toBe(200);
  const text = textOf(found.text);
  expect(text).toMatch(/Đã chọn Hà Thị Lan.*Tìm thấy Giàng A Páo/);
  expect(found.text).toContain('đang viết dở</textarea>');
});

test('units without anybody who can act, and other agencies, are refused in words', async () => {
  const id = await forwarded('648');
  const trang = await as('trang');
  const elsewhere = { 'receivers[unit:000.00.12.H35/cntt]': 'lead' };
  const answer = await trang.browser.post(`/dispatches/${id}/rows/3/forward`, elsewhere);
  expect(answer.status).toBe(422);
  expect(textOf(answer.text)).toContain('Chỉ chọn đơn vị, người trong cơ quan');
  const unit = '000.00.00.H35/tcd';
  await handOverPost(`${unit}/truong` as PostId, undefined, product.now() - 1);
  const headless = await trang.browser.post(`/dispatches/${id}/rows/3/forward`, {
    [`receivers[unit:${unit}]`]: 'lead',
  });
  expect(headless.status).toBe(422);
  expect(textOf(headless.text)).toContain('Ban Tiếp công dân chưa có lãnh đạo hoặc văn thư tiếp nhận');
});

test('a unit’s row is claimed by a member and released again (R10)', async () => {
  const id = await product.arrive({ documentId: '649', codeNumber: '649', issuedOn: '2026-03-10' });
  const mai = await as('mai');
  await mai.does(id, 'register', mai.registration({ codeNumber: '649', issuedOn: '10/03/2026' }));
  await mai.does(id, 'present', { leader: people.hoa.post });
  await (await as('hoa')).does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    opinion: 'Giao Phòng Văn xã',
  });
  const pao = await as('pao');
  expect(await pao.sees(id)).toContain('Nhận về mình');
  expect(await pao.does(id, 'rows/1/claim')).toContain('Giàng A Páo đang giữ');
  expect(await pao.does(id, 'rows/1/release')).toContain('Đã nhả việc');
});

test('the last lead completes the tree, and nothing can be done after it (S13)', async () => {
  const id = await forwarded('640');
  const start = await (await as('minh')).sees(id);
  expect(start).toContain('17:00 20/03/2026');
  expect(start).toContain('17:00 18/03/2026');
  expect(start).toContain('Giao chủ trì phối hợp các đơn vị liên quan thực hiện.');
  const [trang, pao, u] = [await as('trang'), await as('pao'), await as('u')];
  await product.sleepUntil(at('2026-03-16 15:00'));
  await trang.does(id, 'rows/3/complete', { result: 'Đã tham mưu' });
  expect(await rows(id)).toEqual({
    ...{ dispatch: 'inProgress', 'Phòng Văn xã': 'forwarded', 'Phòng Tổng hợp': 'pending' },
    ...{ 'Phạm Thu Trang': 'completed', 'Giàng A Páo': 'pending', 'Tẩn Lao U': 'pending' },
  });
  await product.sleepUntil(at('2026-03-17 10:00'));
  await pao.does(id, 'rows/4/complete', { result: 'Đã tham mưu' });
  expect(await rows(id)).toEqual({
    ...{ dispatch: 'completed', 'Phòng Văn xã': 'completed climbed', 'Phòng Tổng hợp': 'completed withLead' },
    ...{ 'Phạm Thu Trang': 'completed', 'Giàng A Páo': 'completed', 'Tẩn Lao U': 'completed withLead' },
  });
  const page = await u.sees(id);
  expect(page).not.toContain('Chuyển xử lý');
  expect(page).toContain('theo chủ trì');
  const late = await u.browser.post(`/dispatches/${id}/rows/5/complete`, { result: 'muộn' });
  expect(late.status).toBe(422);
  const api = await u.browser.post(`/api/v1/dispatches/${id}/rows/5/complete`, { result: 'muộn' });
  expect([api.status, api.body]).toMatchObject([422, { refused: { rule: 'P-3' } }]);
  const { completed, statuses } = await account(u, id);
  expect(completed).toBe('10:00 17/03/2026');
  expect(statuses.filter((status) => status.startsWith('06'))).toEqual(['06 10:00 17/03/2026']);
});
