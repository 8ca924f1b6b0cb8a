import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Message, MessageModel } from '../../../store/messages/message.model.ts';
import type { PersonId } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { officeOf } from '../../builders/office.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let office: ReturnType<typeof officeOf>;

beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
  office = officeOf(product);
});
afterAll(() => product.stop());

async function assigned(codeNumber: string): Promise<string> {
  const letter = { codeNumber, documentId: codeNumber, codeNotation: 'BYT-KHTC' };
  return office.directed(letter, [await office.post('trang', 'lead', { kind: 'workingDays', days: 2 })]);
}

describe('the bell', () => {
  it('tells who gave what, and is read by opening it', async () => {
    const id = await assigned('1');
    const trang = await product.signedIn('trang.pt');
    const page = await trang.get('/messages');
    expect(page.text).toContain('Lê Thị Hoa giao việc cho bạn');
    expect(page.text).toContain('hạn 17:00 11/03/2026');
    expect(page.text).toMatch(/Thông báo<\/span> <span class="count">1</);
    const message = /name="message" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const opened = await trang.post('/messages/open', { message, item: '0' });
    expect([opened.status, opened.location]).toEqual([303, `/dispatches/${id}`]);
    expect((await trang.get('/messages')).text).not.toContain('data-unread');
  });

  it('gathers the reminders of one instant, each with its deadline, and says when it was due to tell (T-14)', async () => {
    await assigned('2');
    await product.sleepUntil(at('2026-03-10 07:31'));
    const page = await (await product.signedIn('trang.pt')).get('/messages');
    expect(page.text).toContain('Nhắc việc: 2 việc sắp đến hạn');
    expect(page.text).toContain('theo lịch lúc 07:30 10/03/2026');
    expect(page.text).not.toContain('trễ do hệ thống tạm ngừng');
  });

  it('says when an outage made it late (T-14)', async () => {
    await MessageModel.updateOne({ key: 'levelR1' }, { $set: { sentAt: at('2026-03-10 09:00') } });
    expect((await (await product.signedIn('trang.pt')).get('/messages')).text).toContain(
      'trễ do hệ thống tạm ngừng',
    );
  });

  it('is read as a whole with one button', async () => {
    const trang = await product.signedIn('trang.pt');
    expect((await trang.post('/messages/read-all')).location).toBe('/messages');
    const page = await trang.get('/messages');
    expect(page.text).not.toContain('data-unread');
    expect(page.text).toContain('Đã đánh dấu đã đọc mọi thông báo.');
  });

  it('is nobody else’s (P-4)', async () => {
    const message = await MessageModel.findOne({ person: 'trang.pt' as PersonId }).lean<Message>();
    const pao = await product.signedIn('pao.ga');
    expect((await pao.post('/messages/open', { message: message?._id ?? '', item: '0' })).status).toBe(404);
    expect((await pao.get('/messages')).text).toContain('Chưa có thông báo nào.');
  });
});
