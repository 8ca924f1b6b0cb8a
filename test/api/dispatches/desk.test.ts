import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DispatchId } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { people, type Person, type Station, stationOf, textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

const because = { reason: 'vì chỉ đạo mới của lãnh đạo tỉnh' };

let product: Product;
let as: (person: Person) => Promise<Station>;

beforeAll(async () => {
  product = await startProduct(at('2026-03-13 08:00'));
  as = stationOf(product);
});
afterAll(() => product.stop());

async function registered(codeNumber: string, but: Record<string, string> = {}): Promise<DispatchId> {
  const id = await product.arrive({ documentId: codeNumber, codeNumber, issuedOn: '2026-03-10' });
  const mai = await as('mai');
  const fields = { codeNumber, codeNotation: 'BYT-KHTC', issuedOn: '10/03/2026', author: 'Bộ Y tế', ...but };
  await mai.does(id, 'register', mai.registration(fields));
  return id;
}

async function directed(codeNumber: string): Promise<DispatchId> {
  const id = await registered(codeNumber);
  await (await as('mai')).does(id, 'present', { leader: people.hoa.post });
  await (await as('hoa')).does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    opinion: 'Giao Văn xã',
  });
  return id;
}

test('an undone registration leaves its number empty (I5)', async () => {
  const id = await registered('1');
  expect(await (await as('mai')).does(id, 'undo-registration', because)).toContain('số đến 1 bỏ trống');
});

test('a correction stands beside what was received (I-R5)', async () => {
  const id = await registered('2', { subject: 'V/v báo cáo quý I' });
  expect(await (await as('mai')).sees(id)).toMatch(
    /V\/v báo cáo quý I Nhận qua trục: V\/v báo cáo tình hình thực hiện kế hoạch/,
  );
});

test('a refusal reaches the sender with its reason (I3)', async () => {
  const id = await product.arrive({ documentId: '3', codeNumber: '3', issuedOn: '2026-03-10' });
  const page = await (await as('mai')).does(id, 'refuse', { why: 'wrongRecipient', ...because });
  expect(page).toMatch(/02 Từ chối tiếp nhận ?: ?vì chỉ đạo mới/);
  expect(page).toContain('từ chối tiếp nhận: Sai nơi nhận. vì chỉ đạo mới của lãnh đạo tỉnh');
});

test('after registration it is returned with a leader’s consent (I13)', async () => {
  const id = await registered('4');
  const fields = { why: 'badForm', ...because, consent: people.hai.post };
  expect(await (await as('mai')).does(id, 'return-to-sender', fields)).toContain(
    'Trần Văn Hải (Chủ tịch) đã đồng ý',
  );
});

test('only a leader of the agency is presented to', async () => {
  const id = await registered('5');
  const mai = await as('mai');
  const answer = await mai.browser.post(`/dispatches/${id}/present`, { leader: people.minh.post });
  expect(answer.status).toBe(422);
  expect(textOf(answer.text)).toContain('hiện không phải lãnh đạo của cơ quan');
  expect(await (await as('hoa')).sees(id)).toContain('Chờ trình lãnh đạo');
});

test('an assistant enters the words of a leader who is named (I7)', async () => {
  const id = await registered('6');
  await (await as('mai')).does(id, 'present', { leader: people.hoa.post });
  const toan = await as('toan');
  const fields = { [`receivers[${people.vx.key}]`]: 'lead', opinion: 'Giao Văn xã' };
  const nobody = await toan.browser.post(`/dispatches/${id}/direct`, fields);
  expect(textOf(nobody.text)).toContain('hãy chọn lãnh đạo có ý kiến này');
  expect(await toan.page(`${id}/direct`)).toContain('Lê Thị Hoa – Phó Chủ tịch');
  const page = await toan.does(id, 'direct', { ...fields, leader: people.hoa.post });
  expect(page).toContain('Nguyễn Đức Toàn (Chánh Văn phòng) bút phê theo lời Lê Thị Hoa (Phó Chủ tịch)');
});

test('a type of the chain is passed straight on, another is not (I7b)', async () => {
  const id = await registered('7', { type: 'Giấy mời' });
  const fields = { [`receivers[${people.vx.key}]`]: 'lead', leader: people.hoa.post };
  expect(await (await as('mai')).does(id, 'pass-on', fields)).toContain(
    'chuyển thẳng: Phòng Văn xã (Chủ trì',
  );
  const other = await registered('8');
  expect(await (await as('mai')).page(`${other}/pass-on`)).toContain(
    'không nằm trong danh mục được chuyển thẳng',
  );
});

test('what needs no work is filed for information, and reopened with a new deadline (I10, I11)', async () => {
  const id = await registered('9');
  await (await as('mai')).does(id, 'present', { leader: people.hoa.post });
  const hoa = await as('hoa');
  expect(await hoa.does(id, 'settle', { opinion: 'Lưu' })).toContain('06 Hoàn thành');
  const undated = await hoa.browser.post(`/dispatches/${id}/reopen`, because);
  expect(textOf(undated.text)).toContain('Mở lại cần hạn mới');
  const fields = { ...because, dueKind: 'workingDays', dueValue: '3' };
  expect(await hoa.does(id, 'reopen', fields)).toContain('mở lại, hạn mới 17:00 18/03/2026');
});

test('the assigner suspends, resumes, changes and withdraws (T-13, R9, R7)', async () => {
  const id = await directed('10');
  const hoa = await as('hoa');
  expect(await hoa.does(id, 'rows/1/suspend', because)).toContain('Tạm dừng');
  expect(await (await as('minh')).sees(id)).toContain('Việc đang tạm dừng');
  expect(await hoa.does(id, 'rows/1/resume')).toContain('tiếp tục việc của Phòng Văn xã');
  const change = { role: 'lead', dueKind: 'byEndOf', dueValue: '17/03/2026' };
  expect(await hoa.does(id, 'rows/1/change', change)).toContain('hạn 17:00 17/03/2026');
  expect(await hoa.does(id, 'rows/1/withdraw', because)).toContain(
    'thu hồi việc của Phòng Văn xã, lý do: vì chỉ đạo',
  );
});

test('the work is taken up, reported on and given back (I8, R4)', async () => {
  const id = await directed('11');
  const minh = await as('minh');
  expect(await minh.does(id, 'rows/1/accept')).toContain('bắt đầu xử lý (nhận việc)');
  expect(await minh.does(id, 'rows/1/report', { percent: '40', text: '' })).toContain('báo cáo tiến độ 40%');
  const wrong = await minh.browser.post(`/dispatches/${id}/rows/1/report`, { percent: 'nhiều' });
  expect(textOf(wrong.text)).toContain('Hãy nhập số nguyên từ 0 đến 100');
  expect(await minh.does(id, 'rows/1/give-back', because)).toContain('trả lại việc của Phòng Văn xã');
});

test('what asks for an answer ends with one (I9)', async () => {
  const id = await product.arrive({
    documentId: '12',
    codeNumber: '12',
    issuedOn: '2026-03-10',
    replyRequired: true,
  });
  const mai = await as('mai');
  await mai.does(id, 'register', mai.registration({ codeNumber: '12', issuedOn: '10/03/2026' }));
  await mai.does(id, 'present', { leader: people.hoa.post });
  await (await as('hoa')).does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    opinion: 'Giao Văn xã',
  });
  const minh = await as('minh');
  expect(await minh.page(`${id}/rows/1/complete`)).toContain('Số, ký hiệu văn bản trả lời');
  const without = await minh.browser.post(`/dispatches/${id}/rows/1/complete`, { result: 'Xong' });
  expect(textOf(without.text)).toContain('Nơi gửi yêu cầu trả lời nhưng chưa có văn bản trả lời');
  const reply = { replyCode: '2235/UBND-VX', replyIssuedOn: '13/03/2026', result: 'Xong' };
  expect(await minh.does(id, 'rows/1/complete', reply)).toContain('(trả lời bằng 2235/UBND-VX)');
});

test('everything reads in English too', async () => {
  const id = await directed('13');
  const minh = await as('minh');
  const page = textOf((await minh.browser.get(`/dispatches/${id}?lang=en`)).text);
  expect(page).toContain('The record of events is whole');
  expect(page).not.toMatch(/\b(dispatches|events|refusals)[:.]\w/);
  await minh.browser.get(`/dispatches/${id}?lang=vi`);
});
