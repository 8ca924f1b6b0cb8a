import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatchFor } from '../../../store/dispatches/dispatch.view.ts';
import type { DispatchId, FileHash, PostId } from '../../../workflows/rules/ids.ts';
import { holdersOf } from '../../../store/organisation/people.view.ts';
import { account } from '../../builders/account.ts';
import type { Browser } from '../../builders/browser.ts';
import { at } from '../../builders/calendar.ts';
import { textOf } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let mai: Browser;
let exchange: Browser;

beforeAll(async () => {
  product = await startProduct(at('2026-03-05 09:00'));
  mai = await product.signedIn('mai.lt');
  const [admin] = await holdersOf({ kind: 'post', post: '000.00.00.H35/vp/ht' as PostId }, product.now());
  exchange = await product.signedIn(admin?.person ?? '');
});
afterAll(() => product.stop());

const paper = {
  ...{
    codeNumber: '88',
    codeNotation: 'STTTT-CNTT',
    issuedOn: '04/03/2026',
    author: 'Sở Thông tin và Truyền thông',
  },
  ...{
    type: 'Công văn',
    subject: 'V/v rà soát hạ tầng mạng',
    priority: '0',
    field: 'VX',
    pages: '2',
    signer: '',
  },
};

const message = {
  ...{
    to: '000.00.00.H35',
    sender: '000.00.12.H35',
    documentId: '000.00.12.H35-2026-88',
    issuedOn: '2026-03-04',
  },
  ...{
    codeNumber: '88',
    codeNotation: 'STTTT-CNTT',
    author: paper.author,
    type: paper.type,
    subject: paper.subject,
  },
};

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([content], name);
const pdf = file('88.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');

async function deliver(fields: Record<string, string | File>) {
  return (await exchange.post('/api/v1/arrivals', fields)).body as { dispatch: DispatchId; revision: number };
}

const kept = (page: string): string =>
  /name="kept" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x3D;', '=') ?? '';

describe('a paper document', () => {
  it('is entered and registered in one act, with its scan; the number keeps its zero (I2)', async () => {
    const answer = await mai.post('/incoming/new', {
      ...paper,
      codeNumber: '05',
      requestKey: 'a',
      files: pdf,
    });
    expect(answer.status).toBe(303);
    const page = textOf((await mai.get(answer.location ?? '')).text);
    expect(page).toContain('Đã vào sổ số đến 1.');
    expect(page).toContain('05/STTTT-CNTT');
    expect(page).toContain('88.pdf');
    const twice = await mai.post('/incoming/new', {
      ...paper,
      codeNumber: '05',
      requestKey: 'a',
      files: pdf,
    });
    expect(twice.location).toBe(answer.location);
  });

  it('says at the field what is missing or wrong, and keeps what was typed, its files too', async () => {
    const page = await mai.post('/incoming/new', { ...paper, subject: '', files: pdf });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<a href="#subject">');
    expect(page.text).toContain('value="STTTT-CNTT"');
    expect(page.text).toContain('Tệp đã nhận');
    const wrong = await mai.post('/incoming/new', { ...paper, issuedOn: '31/02/2026' });
    expect(textOf(wrong.text)).toContain('Hãy nhập ngày có thật, dạng 31/12/2017.');
    const late = await mai.post('/incoming/new', { ...paper, issuedOn: '06/03/2026' });
    expect(textOf(late.text)).toContain('Ngày văn bản muộn hơn ngày đến');
    const whole = await mai.post('/incoming/new', { ...paper, codeNumber: '9', kept: kept(page.text) });
    expect(textOf((await mai.get(whole.location ?? '')).text)).toContain('88.pdf');
    const forged = await mai.post('/incoming/new', {
      ...paper,
      codeNumber: '10',
      kept: `${kept(page.text)}x`,
    });
    expect(textOf((await mai.get(forged.location ?? '')).text)).toContain('Không có tệp kèm theo');
  });

  it.each([
    [file('rong.pdf', ''), 'rỗng'],
    [file('hoa-don.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0])), 'là chương trình'],
    [
      file('anh.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
      'không đúng với đuôi tên',
    ],
    [file('chay.bat', 'echo'), 'Không nhận loại tệp'],
  ])('is not taken with a bad file: %o', async (bad, sentence) => {
    const page = await mai.post('/incoming/new', { ...paper, codeNumber: '11', files: bad });
    expect(page.status).toBe(422);
    expect(textOf(page.text)).toContain(sentence);
    expect(page.text).toContain('<a href="#files">');
  });

  it('is not taken with a file of 26 MB', async () => {
    const big = file('to.pdf', new Uint8Array(26 * 1024 * 1024));
    const page = await mai.post('/incoming/new', { ...paper, codeNumber: '12', files: big });
    expect(page.status).toBe(413);
    expect(textOf(page.text)).toContain('Tệp lớn hơn 25 MB');
  });

  it('is entered by clerks only', async () => {
    const trang = await product.signedIn('trang.pt');
    expect((await trang.get('/incoming/new')).status).toBe(404);
    expect((await trang.post('/incoming/new', paper)).status).toBe(404);
  });
});

describe('the same document through the axis and on paper (S11)', () => {
  let arrived: DispatchId;

  /** The codes that went to the sender. */
  async function told(): Promise<readonly string[]> {
    return (await account({ browser: mai }, arrived)).statuses.map((status) => status.slice(0, 2));
  }

  it('is one record however often the axis delivers it, and its status is told each time (I-R1)', async () => {
    const answers = [];
    for (const key of ['first', 'second', 'third'])
      answers.push(await deliver({ ...message, requestKey: key, files: pdf }));
    expect(new Set(answers.map(({ dispatch }) => dispatch)).size).toBe(1);
    arrived = answers[0]?.dispatch ?? arrived;
    const list = (await mai.get('/incoming?tab=toRegister')).text;
    expect(list.match(/<tr[^>]*>/g), 'a head and one line').toHaveLength(2);
    expect(list).toContain('88/STTTT-CNTT');
    expect(await told()).toEqual(['01', '01', '01']);
  });

  it('warns when the paper comes, with the number of the one that is there (I-R3)', async () => {
    const { type, subject, author, codeNumber, codeNotation, field, issuedOn } = paper;
    const registration = {
      type,
      subject,
      author,
      codeNumber,
      codeNotation,
      field,
      issuedOn,
      priority: '0',
      note: '',
    };
    expect((await mai.post(`/dispatches/${arrived}/register`, registration)).status).toBe(303);
    await product.sleepUntil(at('2026-03-06 08:30'));
    const page = await mai.post('/incoming/new', { ...paper, files: pdf });
    expect(page.status).toBe(422);
    const text = textOf(page.text);
    expect(text).toContain('Có thể đây là văn bản đã đăng ký');
    for (const choice of ['Gắn vào văn bản này', 'Lý do đăng ký mới', 'Hoặc bỏ'])
      expect(text).toContain(choice);
  });

  it('is linked without a number of its own, and nothing is told twice', async () => {
    const linked = await mai.post('/incoming/new', { ...paper, linkTo: arrived });
    expect([linked.status, linked.location]).toEqual([303, `/dispatches/${arrived}`]);
    expect(textOf((await mai.get(linked.location ?? '')).text)).toContain('gắn thêm một bản nhận bằng giấy');
    expect(await told()).toEqual(['01', '01', '01', '03']);
    const number = (await dispatchFor(['role:000.00.00.H35:clerk'], arrived))?.number;
    const register = textOf((await mai.get(`/incoming?tab=register&from=${number}&to=${number}`)).text);
    expect(register).toContain('Gắn thêm 1 bản');
    const next = textOf((await mai.get('/incoming/new')).text);
    expect(next).toContain(`Sổ văn bản đến, dự kiến số ${(number ?? 0) + 1} `);
  });

  it('delivered once more by the axis it is answered with where it stands now', async () => {
    expect((await deliver({ ...message, requestKey: 'fourth', files: pdf })).dispatch).toBe(arrived);
    expect(await told()).toEqual(['01', '01', '01', '03', '03']);
  });

  it('is another document by another author or in another year', async () => {
    for (const but of [{ author: 'Sở Y tế' }, { issuedOn: '04/03/2025' }, { codeNotation: 'STTTT-BCVT' }]) {
      expect((await mai.post('/incoming/new', { ...paper, ...but })).status, JSON.stringify(but)).toBe(303);
    }
  });

  it('is registered anew only with a reason', async () => {
    const short = await mai.post('/incoming/new', { ...paper, reason: 'khác' });
    expect(short.status).toBe(422);
    const anew = await mai.post('/incoming/new', {
      ...paper,
      reason: 'hai văn bản khác nhau, trùng số do cấp nhầm',
    });
    expect(anew.status).toBe(303);
  });
});

describe('the intake of the exchange', () => {
  it('is for whoever runs the exchange', async () => {
    expect((await mai.post('/api/v1/arrivals', message)).status).toBe(403);
  });

  it('says what can’t be delivered', async () => {
    const nowhere = await exchange.post('/api/v1/arrivals', { ...message, to: '000.00.00.X99' });
    expect([nowhere.status, nowhere.body]).toMatchObject([422, { errors: [{ field: 'to' }] }]);
    const undated = await exchange.post('/api/v1/arrivals', { ...message, issuedOn: '04/03/2026' });
    expect([undated.status, undated.body]).toMatchObject([422, { errors: [{ field: 'issuedOn' }] }]);
  });

  it('lets no state secret in (I-R7)', async () => {
    const secret = 'nội dung mật';
    const { dispatch } = await deliver({
      ...message,
      documentId: 'secret-1',
      codeNumber: '1',
      secrecy: '1',
      files: file('mat.txt', secret),
    });
    const found = await dispatchFor(['role:000.00.00.H35:clerk'], dispatch);
    expect(found).toMatchObject({ status: 'refused', files: [] });
    const hash = createHash('sha256').update(secret).digest('hex') as FileHash;
    expect(await product.files.open(hash)).toBeUndefined();
  });
});
