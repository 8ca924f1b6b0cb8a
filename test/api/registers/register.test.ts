import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSeries } from '../../../store/numbers/number.repository.ts';
import { holdersOf } from '../../../store/organisation/people.view.ts';
import type { DispatchId, PostId } from '../../../workflows/rules/ids.ts';
import type { Browser } from '../../builders/browser.ts';
import { at } from '../../builders/calendar.ts';
import { textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let mai: Browser;
let sinh: Browser;

beforeAll(async () => {
  product = await startProduct(at('2026-03-02 08:00'));
  await startSeries('000.00.00.H35/general/2026', 512);
  mai = await product.signedIn('mai.lt');
  sinh = await product.signedIn('sinh.va');
});
afterAll(() => product.stop());

function arrive(codeNumber: string): Promise<DispatchId> {
  const subject = `V/v tổng kết nhiệm vụ ${codeNumber}`;
  return product.arrive({ codeNumber, documentId: codeNumber, issuedOn: '2026-02-27', subject });
}

interface Answered {
  readonly number?: number;
  readonly refused?: { readonly sentence: string };
}

async function answerTo(clerk: Browser, id: DispatchId, codeNumber: string): Promise<Answered> {
  const { body } = await clerk.post(`/api/v1/dispatches/${id}/register`, {
    ...{ codeNumber, codeNotation: 'BYT-KHTC', issuedOn: '27/02/2026', author: 'Bộ Y tế', type: 'Công văn' },
    ...{ subject: `V/v tổng kết nhiệm vụ ${codeNumber}`, priority: '0', field: 'VX', note: '' },
  });
  return body as Answered;
}

async function register(clerk: Browser, id: DispatchId, codeNumber: string): Promise<number> {
  const answer = await answerTo(clerk, id, codeNumber);
  if (answer.number === undefined) throw new Error(JSON.stringify(answer));
  return answer.number;
}

const printed = async (query = ''): Promise<string> =>
  (await mai.get(`/incoming/register/print?year=2026${query}`)).text;

const lines = (page: string): readonly string[] =>
  [...page.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].slice(1).map(([, row = '']) => textOf(row).trim());

/** Forty arrivals that two clerks register at the same time, the last of them both. */
async function forty(from: number): Promise<readonly Answered[]> {
  const codes = Array.from({ length: 40 }, (_, place) => String(from + place));
  const ids = await Promise.all(codes.map(arrive));
  const asked = ids.flatMap((id, place) => {
    const clerks = place === 39 ? [mai, sinh] : [place % 2 === 0 ? mai : sinh];
    return clerks.map((clerk) => answerTo(clerk, id, codes[place] ?? ''));
  });
  return Promise.all(asked);
}

describe('the register (S10)', () => {
  it('runs from 513 to 592 in order when two clerks register 40 each, and tells who came second', async () => {
    for (const first of [1, 41]) {
      const answers = await forty(first);
      const numbers = answers.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 40 }, (_, place) => 512 + first + place));
      expect(answers.flatMap(({ refused }) => refused?.sentence ?? [])).toEqual([
        expect.stringContaining('Văn bản đã được tiếp nhận'),
      ]);
    }
    expect(lines(await printed())).toHaveLength(80);
  }, 120_000);

  it('keeps an undone number as an empty line with its reason, and never gives it again', async () => {
    const list = (await mai.get('/incoming?tab=register&year=2026&from=540&to=540')).text;
    const id = /href="\/dispatches\/([^"]+)"/.exec(list)?.[1] ?? '';
    const reason = 'vào nhầm sổ của cơ quan khác';
    await mai.post(`/dispatches/${id}/undo-registration`, { reason });
    const line = lines(await printed('&from=540&to=540'));
    expect(line).toHaveLength(1);
    expect(line[0]).toContain(`Bỏ trống: ${reason}`);
    expect(await register(mai, id as DispatchId, 'again')).toBe(593);
    expect(lines(await printed('&from=513&to=592'))).toHaveLength(80);
  });

  it('has the ten columns of PL IV and the words of its cover', async () => {
    const page = await printed('&from=513&to=592');
    const heads = [...page.matchAll(/<th scope="col">([^<]*)</g)].map(([, head]) => head);
    expect(heads).toEqual([
      ...['Ngày đến', 'Số đến', 'Tác giả', 'Số, ký hiệu', 'Ngày tháng', 'Tên loại và trích yếu nội dung'],
      ...['Đơn vị hoặc người nhận', 'Ngày chuyển', 'Ký nhận', 'Ghi chú'],
    ]);
    expect(page).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN');
    expect(page).toContain('Ủy ban nhân dân tỉnh Lai Châu');
    expect(textOf(page)).toContain('từ số 513 đến số 592, 80 dòng');
  });

  it('tells whom a document went to, and of one sent back why', async () => {
    const id = await arrive('back');
    const number = await register(mai, id, 'back');
    const text = 'Văn bản thuộc thẩm quyền Sở Tài chính';
    await mai.post(`/dispatches/${id}/return-to-sender`, {
      why: 'wrongRecipient',
      reason: text,
      consent: '000.00.00.H35/ld/ct',
    });
    expect(lines(await printed(`&from=${number}`))[0]).toContain(`Trả lại: ${text}`);
    const next = await arrive('on');
    const handed = await register(mai, next, 'on');
    await mai.post(`/dispatches/${next}/present`, { leader: '000.00.00.H35/ld/pct1' });
    const hoa = await product.signedIn('hoa.lt');
    await hoa.post(`/dispatches/${next}/direct`, {
      'receivers[unit:000.00.00.H35/vx]': 'lead',
      opinion: 'Giao Văn xã',
    });
    expect(lines(await printed(`&from=${handed}`))[0]).toContain('Phòng Văn xã 02/03/2026');
  });
});

describe('finding', () => {
  it('needs no accents, and takes number, symbol, author and summary', async () => {
    for (const text of ['tong ket 77', '77/byt', 'Bộ y tế 77/']) {
      const page = await mai.get(`/incoming?tab=register&text=${encodeURIComponent(text)}`);
      expect(lines(page.text)).toHaveLength(1);
      expect(page.text).toContain('V/v tổng kết nhiệm vụ 77');
    }
    expect((await mai.get('/incoming?tab=register&text=.*')).text).toContain('Sổ không có dòng nào như vậy.');
  });

  it('is bounded by days of arrival', async () => {
    expect(lines((await mai.get('/incoming?tab=toPresent&arrivedFrom=02/03/2026')).text)).toHaveLength(50);
    expect(lines((await mai.get('/incoming?tab=toPresent&arrivedTo=01/03/2026')).text)).toHaveLength(0);
  });

  it('says what is wrong with a filter, and keeps it', async () => {
    const page = await mai.get('/incoming?tab=register&arrivedFrom=31/02/2026&text=bao');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Hãy nhập ngày có thật, dạng 31/12/2017.');
    expect(page.text).toContain('value="31/02/2026"');
    expect(page.text).toContain('value="bao"');
  });

  it('goes on page by page', async () => {
    const first = await mai.get('/incoming?tab=register');
    expect(lines(first.text)).toHaveLength(50);
    const next =
      /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ??
      '';
    expect(lines((await mai.get(next)).text).length).toBeGreaterThan(30);
  });
});

describe('who sees it', () => {
  it('shows an officer what lay with them, and not the register', async () => {
    const minh = await product.signedIn('minh.dq');
    const page = await minh.get('/incoming');
    expect(lines(page.text)).toHaveLength(1);
    expect(page.text).not.toContain('Sổ văn bản đến');
    expect((await minh.get('/incoming/register/print')).status).toBe(404);
    expect(lines((await (await product.signedIn('u.tl')).get('/incoming')).text)).toHaveLength(0);
  });

  it('is nothing for an administrator by office', async () => {
    const browser = await product.signedIn(await holderOf('000.00.00.H35/vp/qt'));
    expect((await browser.get('/incoming')).status).toBe(404);
  });
});

async function holderOf(post: string): Promise<string> {
  const [holder] = await holdersOf({ kind: 'post', post: post as PostId }, product.now());
  return holder?.person ?? '';
}
