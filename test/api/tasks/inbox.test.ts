import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RowModel } from '../../../store/dispatches/row.model.ts';
import { keysOf } from '../../../workflows/rules/permission/keys.ts';
import { at } from '../../builders/calendar.ts';
import { officeOf } from '../../builders/office.ts';
import { type Product, startProduct } from '../../support/product.ts';

interface Listed {
  readonly tabs: readonly { readonly name: string; readonly count: number; readonly href: string }[];
  readonly lines: readonly { readonly id: string; readonly code: string; readonly verb: string }[];
}

interface Answered {
  readonly message?: string;
  readonly done: readonly { readonly code: string }[];
  readonly refused: readonly { readonly code: string; readonly sentence: string; readonly rule: string }[];
}

let product: Product;
let office: ReturnType<typeof officeOf>;

beforeAll(async () => {
  product = await startProduct(at('2026-02-11 08:05'));
  office = officeOf(product);
});
afterAll(() => product.stop());

const letter = (codeNumber: string) => ({ codeNumber, documentId: codeNumber, codeNotation: 'VPCP-KTTH' });

/** A letter led by Phòng Văn xã and forwarded by its head to these. */
async function forwarded(codeNumber: string, ...to: Parameters<typeof office.post>[]): Promise<string> {
  const id = await office.directed(letter(codeNumber), [await office.unit('vx')]);
  const assignments = await Promise.all(to.map((one) => office.post(...one)));
  await office.does('minh', id, { kind: 'forward', row: 1, assignments, opinion: '' });
  return id;
}

async function listed(login: string, tab: string): Promise<Listed> {
  const browser = await product.signedIn(login);
  return (await browser.get(`/api/v1/tasks?tab=${tab}`)).body as Listed;
}

describe('the list', () => {
  it('says how long is left in working time (S02)', async () => {
    await office.directed(letter('7'), [await office.unit('vx')]);
    await product.sleepUntil(at('2026-02-13 16:00'));
    const page = await (await product.signedIn('minh.dq')).get('/tasks');
    expect(page.text).toContain('còn 3 ngày 1 giờ làm việc');
    expect(page.text).toContain('title="17:00 25/02/2026"');
    expect(page.text).not.toContain('12 ngày');
  });

  it('names the next thing to do for each who holds it', async () => {
    await product.arrive(letter('8'));
    const registered = await office.registered(letter('9'));
    expect((await listed('mai.lt', 'pending')).lines.map(({ verb }) => verb)).toContain('Vào sổ');
    expect((await listed('toan.nd', 'pending')).lines.map(({ verb }) => verb)).toContain('Trình');
    const leader = await office.post('hoa');
    await office.does('mai', registered, { kind: 'present', leader: leader.receiver, opinion: '' });
    const page = await (await product.signedIn('hoa.lt')).get('/tasks?tab=pending');
    expect(page.text).toContain(`href="/dispatches/${registered}/direct"`);
    expect(page.text).toContain('Cho ý kiến chỉ đạo');
  });

  it('has every open row of everybody in exactly one tab, and as many as the tab says (P-7)', async () => {
    await forwarded('10', ['trang'], ['pao', 'cooperate']);
    await forwarded('11', ['trang', 'inform'], ['pao']);
    for (const [login, who] of [
      ['minh.dq', 'minh'],
      ['trang.pt', 'trang'],
      ['hoa.lt', 'hoa'],
      ['mai.lt', 'mai'],
    ] as const) {
      const browser = await product.signedIn(login);
      const { tabs } = (await browser.get('/api/v1/tasks')).body as Listed;
      const lists = await Promise.all(
        tabs.map(async ({ href }) => (await browser.get(`/api/v1${href}`)).body as Listed),
      );
      expect(lists.map(({ lines }) => lines.length)).toEqual(tabs.map(({ count }) => count));
      const ids = lists.flatMap(({ lines }) => lines.map(({ id }) => id));
      const open = await RowModel.find({
        open: true,
        holders: { $in: keysOf(await office.actorOf(who)) },
      }).lean();
      expect(ids.toSorted()).toEqual(open.map(({ _id }) => _id).toSorted());
    }
  });

  it('puts what is late on top of all, and says so in words', async () => {
    await product.sleepUntil(at('2026-02-26 09:00'));
    const page = await (await product.signedIn('minh.dq')).get('/tasks');
    expect(page.text).toMatch(/aria-current="page">Quá hạn <span class="count count-late">\d+</);
    expect(page.text).toContain('quá hạn 1 giờ 30 phút làm việc');
  });
});

describe('acting from the list', () => {
  it('reads, accepts and takes a row of the unit with one button', async () => {
    const id = await forwarded('20', ['trang', 'inform'], ['pao']);
    const trang = await product.signedIn('trang.pt');
    expect((await trang.get('/tasks?tab=inform')).text).toContain(`formaction="/tasks/${id}/2/acts"`);
    const read = await trang.post(`/tasks/${id}/2/acts`, { act: 'read', tab: 'inform' });
    expect([read.status, read.location]).toEqual([303, '/tasks?tab=inform']);
    expect((await trang.get('/tasks?tab=inform')).text).toContain('Đã đánh dấu đã đọc 1 văn bản.');
    const later = await office.directed(letter('21'), [await office.unit('vx')]);
    expect((await trang.get('/tasks?tab=unit')).text).toContain('Nhận về mình');
    expect((await trang.post(`/tasks/${later}/1/acts`, { act: 'claim', tab: 'unit' })).status).toBe(303);
    const accepted = await trang.post(`/tasks/${later}/1/acts`, { act: 'accept' });
    expect([accepted.status, accepted.location]).toEqual([303, '/tasks']);
    const twice = await trang.post(`/tasks/${later}/1/acts`, { act: 'accept' });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('đã bắt đầu xử lý');
  });

  it('does not know rows of others (P-4)', async () => {
    const id = await forwarded('22', ['pao']);
    const trang = await product.signedIn('trang.pt');
    expect((await trang.post(`/tasks/${id}/2/acts`, { act: 'accept' })).status).toBe(404);
    expect((await trang.post('/tasks/acts', { act: 'accept', rows: `${id}/2` })).status).toBe(404);
  });

  it('does what it can of many and says why not of each other (U-4)', async () => {
    const first = await forwarded('30', ['pao']);
    const awaited = await office.directed({ ...letter('31'), replyRequired: true }, [
      await office.post('pao'),
    ]);
    const pao = await product.signedIn('pao.ga');
    const rows = {
      'rows[0]': `${first}/2`,
      'rows[1]': `${awaited}/1`,
      act: 'complete',
      result: 'Đã tham mưu',
    };
    const key = { requestKey: 'bulk-1' };
    const page = await pao.post('/tasks/acts', { ...rows, ...key });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đã hoàn thành 1 việc.');
    expect(page.text).toContain('31/VPCP-KTTH');
    const again = (await pao.post('/api/v1/tasks/acts', { ...rows, ...key })).body as Answered;
    expect(again.done.map(({ code }) => code)).toEqual(['30/VPCP-KTTH']);
    expect(again.refused).toMatchObject([{ code: '31/VPCP-KTTH', rule: 'I9' }]);
  });

  it('asks for a choice, and for no more than fifty', async () => {
    const pao = await product.signedIn('pao.ga');
    const none = await pao.post('/tasks/acts', { act: 'read', tab: 'pending' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Hãy chọn ít nhất một việc');
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, place) => [`rows[${place}]`, `x/${place}`]),
    );
    const tooMany = await pao.post('/tasks/acts', { ...many, act: 'read' });
    expect(tooMany.status).toBe(422);
    expect(tooMany.text).toContain('nhiều nhất 50 việc');
  });
});

describe('what comes meanwhile', () => {
  it('is announced and counted, and moves nothing', async () => {
    const pao = await product.signedIn('pao.ga');
    const since = product.now();
    const before = await pao.get(`/tasks/tabs?tab=pending&since=${since}`);
    expect(before.text).not.toContain('việc mới');
    await forwarded('40', ['pao']);
    const after = await pao.get(`/tasks/tabs?tab=pending&since=${since}`);
    expect(after.text).toContain('Có 1 việc mới, xem');
    expect(after.text).not.toContain('data-row');
  });
});
