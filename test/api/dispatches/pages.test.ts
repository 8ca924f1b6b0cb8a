import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DispatchId } from '../../../workflows/rules/ids.ts';
import { at } from '../../builders/calendar.ts';
import { people, type Person, type Station, stationOf, textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let as: (person: Person) => Promise<Station>;

beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
  as = stationOf(product);
});
afterAll(() => product.stop());

const arrive = (codeNumber: string, field = 'VX'): Promise<DispatchId> =>
  product.arrive({ codeNumber, documentId: codeNumber, issuedOn: '2026-03-06', field });

async function registered(codeNumber: string, field = 'VX'): Promise<DispatchId> {
  const id = await arrive(codeNumber, field);
  const mai = await as('mai');
  await mai.does(id, 'register', mai.registration({ codeNumber, issuedOn: '06/03/2026', field }));
  return id;
}

/** The page as it came. */
async function html(person: Person, path: string): Promise<string> {
  return (await (await as(person)).browser.get(`/dispatches/${path}`)).text;
}

const chosenIn = (page: string): readonly string[] =>
  [...page.matchAll(/<option value="([^"]*)" selected>([^<]*)/g)].map(([, , label = '']) => label);

describe('a page that stands open', () => {
  const watched = (page: string) =>
    /hx-get="([^"]*\/changes[^"]*)" hx-trigger="(dispatch-[^ ]+) from:#live/.exec(page)?.slice(1) ?? [];

  async function news(person: Person, page: string): Promise<string> {
    const path = watched(page)[0]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '';
    return (await (await as(person)).browser.get(path)).text;
  }

  it('is told what others did since, and where to see it; not what its reader did or read', async () => {
    const id = await registered('1');
    const [seen, own] = [await html('mai', id), await html('toan', id)];
    expect(watched(seen)[1]).toBe(`dispatch-${id}`);
    expect(textOf(await news('mai', seen)).trim()).toBe('');
    const toan = await as('toan');
    await toan.does(id, 'present', { leader: people.hoa.post, opinion: '' });
    const told = await news('mai', seen);
    expect(textOf(told)).toContain('Văn bản vừa thay đổi. Xem bản mới');
    expect(textOf(told)).toContain('Nguyễn Đức Toàn (Chánh Văn phòng) trình Lê Thị Hoa (Phó Chủ tịch)');
    expect(told).toContain(`<a href="/dispatches/${id}">`);
    expect(textOf(await news('toan', own)).trim()).toBe('');
    const hoa = await as('hoa');
    await hoa.does(id, 'direct', { [`receivers[${people.trang.key}]`]: 'lead', opinion: 'Giao đ/c Trang' });
    const directed = await html('hoa', id);
    await (await as('trang')).browser.post(`/dispatches/${id}/read`);
    expect(textOf(await news('hoa', directed)).trim()).toBe('');
  });

  it('with a form offers a page beside it', async () => {
    const id = await registered('2');
    const form = await html('toan', `${id}/present`);
    await (await as('mai')).does(id, 'present', { leader: people.hai.post, opinion: '' });
    expect(await news('toan', form)).toMatch(/target="_blank"[^>]*>Xem ở thẻ mới/);
  });

  it('tells nothing to whom the dispatch is nothing', async () => {
    const id = await registered('3');
    const { browser } = await as('pao');
    expect((await browser.get(`/dispatches/${id}/changes?since=0`)).status).toBe(404);
  });
});

describe('the leader to present to', () => {
  it.each([
    ['NC', 'Lê Thị Hoa – Phó Chủ tịch, phụ trách VX, NC'],
    ['vx', 'Lê Thị Hoa – Phó Chủ tịch, phụ trách VX, NC'],
    ['KSTT', 'Trần Văn Hải – Chủ tịch'],
  ])('is proposed by the field %s', async (field, leader) => {
    const id = await registered(`field ${field}`, field);
    expect(chosenIn(await html('toan', `${id}/present`))).toEqual([leader]);
  });

  it('may be another one', async () => {
    const id = await registered('free');
    await (await as('toan')).does(id, 'present', { leader: people.hai.post, opinion: '' });
    expect(await (await as('hai')).sees(id)).toContain('trình Trần Văn Hải (Chủ tịch)');
  });
});

describe('a registration', () => {
  it('goes into any register of the agency, each with numbers of its own (I-R2)', async () => {
    const id = await arrive('don 1');
    const mai = await as('mai');
    expect(await mai.page(`${id}/register`)).toContain('Sổ đơn, thư, dự kiến số 1 ');
    const fields = mai.registration({ codeNumber: 'don 1', issuedOn: '06/03/2026', register: 'petitions' });
    const page = await mai.does(id, 'register', fields);
    expect(page).toContain('Đã vào sổ số đến 1.');
    expect(page).toContain('Sổ đăng ký Sổ đơn, thư');
    const wrong = await mai.browser.post(`/dispatches/${await arrive('don 2')}/register`, {
      ...fields,
      register: 'secret',
    });
    expect([wrong.status, wrong.text.includes('href="#register"')]).toEqual([422, true]);
  });
});

describe('the act that stands out', () => {
  const primary = (page: string): readonly string[] =>
    [...page.matchAll(/class="btn btn-sm btn-primary"[^>]*>([^<]*)</g)].map(([, label = '']) => label);

  it('is what the holder came for, never one that undoes; none where others are at it', async () => {
    const id = await registered('4');
    expect(primary(await html('mai', id))).toEqual(['Trình']);
    await (await as('toan')).does(id, 'present', { leader: people.hoa.post, opinion: '' });
    expect(primary(await html('hoa', id))).toEqual(['Bút phê']);
    await (await as('hoa')).does(id, 'direct', {
      [`receivers[${people.vx.key}]`]: 'lead',
      opinion: 'Giao VX',
    });
    expect(primary(await html('minh', id))).toEqual(['Chuyển xử lý']);
    const work = { [`receivers[${people.trang.key}]`]: 'lead', opinion: '' };
    await (await as('minh')).does(id, 'rows/1/forward', work);
    expect(primary(await html('minh', id))).toEqual([]);
    expect(primary(await html('trang', id))).toEqual(['Hoàn thành']);
  });
});
