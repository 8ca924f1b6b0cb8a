import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DispatchId } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { officeOf } from '../../builders/office.ts';
import { type Product, startProduct } from '../../support/product.ts';

/** A number of the page in JSON. */
interface Cell {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}

interface Overview {
  readonly cells: readonly Cell[];
  readonly urgent: readonly { readonly kind: string; readonly lines: readonly { readonly code: string }[] }[];
  readonly table: {
    readonly groups: readonly {
      readonly name: string;
      readonly href?: string;
      readonly cells: readonly Cell[];
    }[];
  };
  readonly tiers?: {
    readonly groups: readonly {
      readonly name: string;
      readonly href?: string;
      readonly cells: readonly Cell[];
    }[];
  };
}

interface Line {
  readonly code: string;
  readonly words: string;
  readonly reminders: readonly string[];
  readonly holder: string;
  readonly href?: string;
}

interface List {
  readonly count: number;
  readonly lines: readonly Line[];
}

let product: Product;
let done: DispatchId;

/** A page as JSON. */
async function shown<T>(login: string, path: string): Promise<T> {
  const { body } = await (await product.signedIn(login)).get(`/api/v1${path}`);
  return body as T;
}

const valuesOf = (cells: readonly Cell[]) =>
  Object.fromEntries(cells.map(({ label, value }) => [label, value]));
const codesOf = ({ lines }: { readonly lines: readonly Pick<Line, 'code'>[] }) =>
  lines.map(({ code }) => code).sort();

beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
  const office = officeOf(product);
  const days = (count: number) => ({ kind: 'workingDays', days: count }) as const;
  // Left on the clerks' desk and with the Chánh VP: late since the evening of the 10th.
  await product.arrive({ codeNumber: '601', documentId: 'a' });
  await office.registered({ codeNumber: '602', documentId: 'b' });
  // Phòng Nội chính late since the 11th; Giàng A Páo due on the 12th; Phòng Văn xã only on the 20th.
  await office.directed({ codeNumber: '603', documentId: 'c' }, [await office.unit('nc', 'lead', days(2))]);
  await office.directed({ codeNumber: '604', documentId: 'd' }, [
    await office.post('pao', 'lead', days(3)),
    await office.unit('vx', 'cooperate', days(4)),
    await office.unit('kt', 'inform'),
  ]);
  done = await office.directed({ codeNumber: '605', documentId: 'e' }, [
    await office.post('trang', 'lead', days(2)),
  ]);
  await product.arrive({ codeNumber: '12', documentId: 'f', to: '000.00.10.H35' as never });
  await product.sleepUntil(at('2026-03-12 09:30'));
  await office.does('trang', done, { kind: 'complete', row: 1, result: 'Đã báo cáo' });
});
afterAll(() => product.stop());

describe('the first page of the supervisor', () => {
  it('opens on what is late now and what will be late with the next working day', async () => {
    const { urgent, cells } = await shown<Overview>('hai.tv', '/supervision');
    const lists = Object.fromEntries(urgent.map((list) => [list.kind, codesOf(list)]));
    expect(lists).toEqual({
      late: ['601/BYT-KHTC', '602/BYT-KHTC', '603/BYT-KHTC'],
      soon: ['604/BYT-KHTC', '604/BYT-KHTC'],
    });
    expect(valuesOf(cells)).toMatchObject({
      'Quá hạn': '3',
      'Sắp đến hạn': '2',
      'Còn hạn': '2',
      'Không có hạn': '0',
      'Xong đúng hạn': '0',
      'Xong quá hạn': '1',
      'Tỷ lệ đúng hạn': '0%',
      'Cũ nhất từ': '09/03/2026',
    });
  });

  it('leads from every number to a list as long as the number', async () => {
    const overview = await shown<Overview>('hai.tv', '/supervision');
    const unit = await shown<Overview>('hai.tv', '/supervision?unit=000.00.00.H35/vx');
    const groups = [...overview.table.groups, ...unit.table.groups];
    const links = [...overview.cells, ...groups.flatMap((group) => group.cells)].filter(
      ({ href }) => href !== undefined,
    );
    expect(links.length).toBeGreaterThan(10);
    for (const { href, value } of links) {
      const { count, lines } = await shown<List>('hai.tv', href ?? '');
      expect([String(count), String(lines.length)], href).toEqual([value, value]);
    }
  });

  it('goes from unit to person to dispatch', async () => {
    const { table } = await shown<Overview>('hai.tv', '/supervision');
    expect(table.groups.map(({ name }) => name)).toEqual([
      'Vào sổ, trình, chỉ đạo',
      'Phòng Nội chính',
      'Phòng Văn xã',
    ]);
    const unit = await shown<Overview>('hai.tv', table.groups[2]?.href ?? '');
    const pao = unit.table.groups.find(({ name }) => name === 'Giàng A Páo');
    const soon = pao?.cells.find(({ label }) => label === 'Sắp đến hạn');
    const { lines } = await shown<List>('hai.tv', soon?.href ?? '');
    expect(lines.map(({ code, words, holder }) => [code, words, holder])).toEqual([
      ['604/BYT-KHTC', 'còn 5 giờ 30 phút làm việc', 'Giàng A Páo'],
    ]);
    const page = await (await product.signedIn('hai.tv')).get(lines[0]?.href ?? '');
    expect(page.status).toBe(200);
  });

  it('says how late in working time, and who was reminded when', async () => {
    const { lines } = await shown<List>('hai.tv', '/supervision/rows?figure=openLate&unit=000.00.00.H35/nc');
    expect(lines[0]?.words).toBe('quá hạn 2 giờ làm việc');
    expect(lines[0]?.reminders.map((reminder) => reminder.replace(/:[^:]*$/, ''))).toEqual([
      '17:00 11/03/2026 báo đến hạn',
      '07:30 10/03/2026 nhắc trước hạn',
    ]);
    const desk = await shown<List>('hai.tv', '/supervision/rows?figure=openLate&unit=desk');
    expect(desk.lines[0]?.words).toBe('quá hạn 1 ngày 2 giờ làm việc');
    expect(desk.lines[0]?.reminders[0]).toMatch(/^07:30 12\/03\/2026 đôn đốc lần 2: /);
  });

  it('shows the past as far as rows tell it, and says what they do not', async () => {
    const past = '?asOf=16:00+11%2F03%2F2026';
    const { cells } = await shown<Overview>('hai.tv', `/supervision${past}`);
    expect(valuesOf(cells)).toMatchObject({ 'Quá hạn': '2', 'Xong quá hạn': '0' });
    const list = await shown<List>('hai.tv', `/supervision/rows${past}&figure=openInTime`);
    expect(codesOf(list)).toEqual(['603/BYT-KHTC', '604/BYT-KHTC', '604/BYT-KHTC', '605/BYT-KHTC']);
    const page = await (await product.signedIn('hai.tv')).get(`/supervision${past}`);
    expect(page.text).toContain('Không dựng lại được');
    const february = await shown<Overview>('hai.tv', '/supervision?month=2026-02');
    expect(valuesOf(february.cells)).toMatchObject({ 'Quá hạn': '3', 'Xong quá hạn': '0' });
  });

  it('refuses an instant that it cannot read, in place', async () => {
    const visitor = await product.signedIn('hai.tv');
    const page = await visitor.get('/supervision?asOf=hôm+qua');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Hãy ghi giờ và ngày dạng HH:mm dd/MM/yyyy');
    expect(page.text).toContain('value="hôm qua"');
    expect((await visitor.get('/supervision/rows?figure=nothing')).status).toBe(422);
  });
});

describe('who oversees what', () => {
  it('is their unit for its head, and nothing else', async () => {
    const { cells, table } = await shown<Overview>('minh.dq', '/supervision');
    expect(valuesOf(cells)).toMatchObject({ 'Quá hạn': '0', 'Còn hạn': '2', 'Xong quá hạn': '1' });
    expect(table.groups.map(({ name }) => name)).toEqual(['Phòng Văn xã']);
    const minh = await product.signedIn('minh.dq');
    for (const path of [
      '?unit=000.00.00.H35/nc',
      '?unit=desk',
      '/rows?figure=openLate&unit=000.00.00.H35/nc',
      '/tiers/department',
    ]) {
      expect((await minh.get(`/supervision${path}`)).status, path).toBe(404);
    }
  });

  it('is the tiers below for a monitoring unit, without people or links into other agencies', async () => {
    const { tiers } = await shown<Overview>('lan.ht', '/supervision');
    expect(tiers?.groups.map(({ name }) => name)).toEqual(['Sở, ban, ngành']);
    const tier = await shown<Overview>('lan.ht', tiers?.groups[0]?.href ?? '');
    const late = tier.table.groups[0]?.cells.find(({ label }) => label === 'Quá hạn');
    expect([tier.table.groups[0]?.name, late?.value]).toEqual(['Sở Nội vụ', '1']);
    const { lines } = await shown<List>('lan.ht', late?.href ?? '');
    expect(lines.map(({ code, holder, href }) => [code, holder, href])).toEqual([
      ['12/BYT-KHTC', 'Sở Nội vụ', undefined],
    ]);
    expect((await shown<Overview>('hai.tv', '/supervision')).tiers).toBeUndefined();
  });

  it('is nothing for officers, clerks and the people of other agencies', async () => {
    for (const login of ['trang.pt', 'mai.lt', 'hau.pt']) {
      expect((await (await product.signedIn(login)).get('/supervision')).status, login).toBe(403);
    }
    const { cells } = await shown<Overview>('anh.bq', '/supervision');
    expect(cells.slice(0, 9).every(({ value }) => value === '0')).toBe(true);
    const other = await product.signedIn('anh.bq');
    expect((await other.get('/supervision/rows?figure=openLate&agency=000.00.00.H35')).status).toBe(404);
  });
});
