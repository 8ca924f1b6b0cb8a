import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchData } from '../../../api/dispatches/dispatch.data.ts';
import type { DispatchId } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { people, type Person, type Station, stationOf, textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let as: (person: Person) => Promise<Station>;
let id: DispatchId;

beforeAll(async () => {
  product = await startProduct(at('2017-10-31 08:00'));
  as = stationOf(product);
  id = await product.arrive({
    documentId: 'vpcp-11503',
    author: 'Văn phòng Chính phủ',
    codeNumber: '11503',
    codeNotation: 'VPCP-TTĐT',
    issuedOn: '2017-10-30',
    subject: 'V/v hoàn thành kết nối, liên thông các phần mềm quản lý văn bản',
    priority: 0,
  });
});
afterAll(() => product.stop());

test('11503/VPCP-TTĐT goes from arrival to completion through the pages (S01)', async () => {
  const mai = await as('mai');
  expect(await mai.sees(id)).toContain('Vào sổ');
  const form = await mai.page(`${id}/register`);
  expect(form).toContain('Sổ văn bản đến, dự kiến số 1 Sổ đơn, thư, dự kiến số 1 ');
  expect(await mai.does(id, 'register', mai.registration())).toContain('Đã vào sổ số đến 1.');
  expect(await mai.does(id, 'present', { leader: people.hoa.post, opinion: '' })).toContain(
    'Đã trình lãnh đạo.',
  );

  const hoa = await as('hoa');
  expect(await hoa.sees(id)).toContain('Bút phê');
  const directed = await hoa.does(id, 'direct', {
    [`receivers[${people.vx.key}]`]: 'lead',
    opinion: 'Giao Phòng Văn xã tham mưu',
    dueKind: 'before',
    dueValue: '31/12/2017',
  });
  expect(directed).toContain('Đã bút phê và phân công.');
  expect(directed).toContain('17:00 29/12/2017');

  const minh = await as('minh');
  expect(await minh.sees(id)).toContain('Chuyển xử lý');
  await minh.does(id, 'rows/1/forward', { [`receivers[${people.trang.key}]`]: 'lead', opinion: '' });

  const trang = await as('trang');
  expect(await trang.does(id, 'rows/2/complete', { result: 'Đã tham mưu văn bản triển khai' })).toContain(
    'Đã hoàn thành.',
  );
  const history = await mai.sees(id);
  expect(history).toMatch(/\d\d:\d\d 31\/10\/2017, Lò Thị Mai \(Văn thư\) vào sổ số đến 1, hạn giải quyết/);
  expect(history).toMatch(/Lê Thị Hoa \(Phó Chủ tịch\) bút phê “Giao Phòng Văn xã tham mưu”/);
  expect(history).toMatch(/Hồ sơ sự kiện nguyên vẹn/);
  expect(history).toMatch(/01 Đã đến.*03 Đã tiếp nhận.*04 Phân công.*05 Đang xử lý.*06 Hoàn thành/);
});

test('the same dispatch as JSON', async () => {
  const mai = await as('mai');
  const { body } = await mai.browser.get(`/api/v1/dispatches/${id}`);
  expect(dispatchData.safeParse(body).error).toBeUndefined();
  expect(body).toMatchObject({
    id,
    status: 'completed',
    registration: { number: 1, year: 2017 },
    statuses: ['01', '03', '04', '05', '06'].map((code) => ({ code })),
    intact: true,
    permitted: [],
  });
});

test('who has nothing to do with it does not find it (P-4)', async () => {
  for (const stranger of ['do', 'u'] as const) {
    const { browser } = await as(stranger);
    expect((await browser.get(`/dispatches/${id}`)).status).toBe(404);
    expect((await browser.get(`/api/v1/dispatches/${id}`)).status).toBe(404);
    expect((await browser.post(`/dispatches/${id}/rows/2/complete`, { result: 'x' })).status).toBe(404);
  }
});

test('a form sent twice under one key has one effect (U-2)', async () => {
  const other = await product.arrive({ documentId: 'twice', codeNumber: '12' });
  const mai = await as('mai');
  const fields = { ...mai.registration({ codeNumber: '12' }), requestKey: 'the-same' };
  const first = await mai.browser.post(`/dispatches/${other}/register`, fields);
  const second = await mai.browser.post(`/dispatches/${other}/register`, fields);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(textOf((await mai.browser.get(`/dispatches/${other}`)).text)).toContain('Đã vào sổ số đến 2.');
  const { body } = await mai.browser.get(`/api/v1/dispatches/${other}`);
  expect(
    (body as { history: { kind: string }[] }).history.filter(({ kind }) => kind === 'registered'),
  ).toHaveLength(1);
});

test('the second clerk at the same arrival sees that it is taken (S10)', async () => {
  const other = await product.arrive({ documentId: 's10', codeNumber: '13' });
  const [mai, sinh] = await Promise.all([as('mai'), as('sinh')]);
  const fields = mai.registration({ codeNumber: '13' });
  await mai.does(other, 'register', fields);
  const second = await sinh.browser.post(`/dispatches/${other}/register`, fields);
  expect(second.status).toBe(422);
  expect(textOf(second.text)).toContain('Văn bản đã được tiếp nhận, số đến 3');
  const late = await sinh.page(`${other}/register`);
  expect(late).toContain('Văn bản đã được tiếp nhận, số đến 3');
});

test('what cannot be done is said in place, with what was typed', async () => {
  const other = await product.arrive({ documentId: 'kept', codeNumber: '14' });
  const mai = await as('mai');
  const short = await mai.browser.post(`/dispatches/${other}/refuse`, {
    why: 'wrongRecipient',
    reason: 'Sai nơi',
  });
  expect(short.status).toBe(422);
  expect(short.text).toContain('Sai nơi</textarea>');
  expect(short.text).toMatch(/value="wrongRecipient" checked/);
  expect(textOf(short.text)).toContain('Lý do mới có 7 ký tự, cần ít nhất 10');
  expect(short.text).toContain('href="#reason"');
  const bad = mai.registration({ codeNumber: '14', subject: '', issuedOn: '31/02/2017' });
  const wrong = await mai.browser.post(`/dispatches/${other}/register`, bad);
  expect(wrong.status).toBe(422);
  expect(textOf(wrong.text)).toContain('Hãy nhập ngày có thật');
  expect(wrong.text).toContain('value="31/02/2017"');
});

test('a likely copy is linked, registered anew with a reason, or discarded (S11, I-R3)', async () => {
  const copy = {
    author: 'Văn phòng Chính phủ',
    codeNumber: '13',
    codeNotation: 'VPCP-TTĐT',
    issuedOn: '2017-10-30',
  };
  const mai = await as('mai');
  const [one, two, three] = [
    await product.arrive(copy),
    await product.arrive(copy),
    await product.arrive(copy),
  ];
  expect(await mai.page(`${one}/register`)).toContain('Có thể đã đăng ký văn bản này');
  const again = await mai.browser.post(`/dispatches/${one}/register`, mai.registration({ codeNumber: '13' }));
  expect(again.status).toBe(422);
  expect(textOf(again.text)).toContain('Có thể đây là văn bản đã đăng ký, số đến 3 năm 2017');
  expect(again.text).not.toContain('name="newDespiteDuplicate"');
  const anew = { ...mai.registration({ codeNumber: '13' }), reason: 'Bản có chữ ký khác' };
  expect(await mai.does(one, 'register', anew)).toContain('Đã vào sổ số đến 4.');
  expect(await mai.does(two, 'link', { to: one })).toContain('gắn vào văn bản đã có, số đến 4 năm 2017');
  expect(await mai.does(three, 'discard', { reason: 'Bản gửi nhầm lần hai' })).toContain('Đã bỏ');
});
