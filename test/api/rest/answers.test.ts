import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../api/routes.ts';
import { at } from '../../builders/calendar.ts';
import { Browser, PASSWORD } from '../../builders/browser.ts';
import { DescribedApi } from '../../builders/described.ts';
import { pdfWith } from '../../builders/pdf.ts';
import { people, type Person } from '../../builders/station.ts';
import { type Product, startProduct } from '../../support/product.ts';

const because = { reason: 'vì chỉ đạo mới của lãnh đạo tỉnh' };
const opinion = 'Giao Văn xã tham mưu';
const today = '13/03/2026';

let product: Product;
let api: DescribedApi;
let as: Readonly<Record<Person | 'hau' | 'long', Browser>>;
let count = 0;

beforeAll(async () => {
  product = await startProduct(at('2026-03-13 08:00'));
  api = new DescribedApi((await new Browser(product.address).get('/openapi.json')).body);
  const logins = { ...people, hau: { login: 'hau.pt' }, long: { login: 'long.td' } };
  const all = Object.entries(logins).flatMap(([name, one]) =>
    'login' in one ? [[name, one.login] as const] : [],
  );
  as = Object.fromEntries(
    await Promise.all(all.map(async ([name, login]) => [name, await product.signedIn(login)])),
  ) as typeof as;
});
afterAll(() => product.stop());

/** A document comes through the exchange. */
async function arrived(but: Record<string, string> = {}, file?: File): Promise<string> {
  const codeNumber = String(++count);
  const fields = {
    ...{
      to: '000.00.00.H35',
      sender: '000.00.00.G22',
      documentId: `doc-${count}`,
      author: 'Bộ Y tế',
      codeNumber,
    },
    ...{ codeNotation: 'BYT-KHTC', issuedOn: '2026-03-10', type: 'Công văn', subject: 'V/v báo cáo', ...but },
    ...(file && { file }),
  };
  const { dispatch } = await api.call('post /arrivals', { as: as.long, fields });
  return dispatch;
}

const act = (who: Person, slug: string, id: string, fields: Record<string, string> = {}) =>
  api.call(`post /dispatches/{id}/${slug}`, { as: as[who], path: { id }, fields });

const actOn = (who: Person, slug: string, id: string, row: number, fields: Record<string, string> = {}) =>
  api.call(`post /dispatches/{id}/rows/{row}/${slug}`, { as: as[who], path: { id, row }, fields });

async function registered(but: Record<string, string> = {}, file?: File): Promise<string> {
  const id = await arrived(but, file);
  const fields = {
    ...{ codeNumber: String(count), codeNotation: 'BYT-KHTC', issuedOn: '10/03/2026', author: 'Bộ Y tế' },
    ...{ type: 'Công văn', subject: 'V/v báo cáo', priority: '0', ...but },
  };
  await act('mai', 'register', id, fields);
  return id;
}

async function presented(): Promise<string> {
  const id = await registered();
  await act('mai', 'present', id, { leader: people.hoa.post });
  return id;
}

async function directed(to: { readonly key: string } = people.vx): Promise<string> {
  const id = await presented();
  await act('hoa', 'direct', id, { [`receivers[${to.key}]`]: 'lead', opinion });
  return id;
}

test('signing in, and the posts of a person', async () => {
  const browser = new Browser(product.address);
  await api.call('get /sign-in', { as: browser });
  await api.call('post /sign-in', {
    as: browser,
    fields: { login: 'trang.pt', password: 'wrong' },
    status: 422,
  });
  await api.call('post /sign-in', { as: browser, fields: { login: 'trang.pt', password: PASSWORD } });
  await api.call('get /sign-in', { as: browser });
  const { posts } = await api.call('get /session/post', { as: browser });
  expect(posts).toMatchObject([{ post: people.trang.post, agencyName: 'UBND tỉnh Lai Châu', current: true }]);
  await api.call('post /session/post', { as: browser, fields: { post: people.trang.post } });
  await api.call('post /sign-out', { as: browser });
  await api.call('get /tasks', { as: browser, status: 401 });
  await api.call('post /sign-out', { as: browser, status: 401 });
});

test('a dispatch on its way through the desk', async () => {
  const id = await registered();
  await act('mai', 'undo-registration', id, because);
  await api.call('post /dispatches/{id}/register', { as: as.mai, path: { id }, status: 422 });
  const other = await registered();
  await act('mai', 'link', id, { to: other });
  await act('mai', 'discard', await arrived(), because);
  await act('mai', 'refuse', await arrived(), { why: 'wrongRecipient', ...because });
  const sent = { why: 'wrongRecipient', ...because, consent: people.hoa.post };
  await act('mai', 'return-to-sender', other, sent);
  const straight = { [`receivers[${people.vx.key}]`]: 'lead', leader: people.hoa.post };
  await act('mai', 'pass-on', await registered({ type: 'Giấy mời' }), straight);
  await act('hoa', 'settle', await presented(), { opinion: 'Lưu' });
});

test('the rows of a dispatch', async () => {
  const id = await directed();
  await actOn('minh', 'accept', id, 1);
  await actOn('hoa', 'suspend', id, 1, because);
  await actOn('hoa', 'resume', id, 1);
  const receivers = { [`receivers[${people.trang.key}]`]: 'lead', [`receivers[${people.pao.key}]`]: 'lead' };
  await actOn('minh', 'forward', id, 1, receivers);
  await api.call('post /dispatches/{id}/read', { as: as.trang, path: { id } });
  await actOn('minh', 'change', id, 3, { role: 'cooperate' });
  await actOn('trang', 'report', id, 2, { percent: '40', text: 'Đang tổng hợp' });
  await actOn('pao', 'give-back', id, 3, because);
  await actOn('trang', 'complete', id, 2, { result: 'Đã tham mưu' });
  const { status, rows } = await api.call('get /dispatches/{id}', { as: as.hoa, path: { id } });
  expect([status, (rows as readonly unknown[]).length]).toEqual(['completed', 4]);
  await act('hoa', 'reopen', id, { ...because, dueKind: 'workingDays', dueValue: '3' });
  const taken = await directed();
  await actOn('trang', 'claim', taken, 1);
  await actOn('trang', 'release', taken, 1);
  await actOn('hoa', 'withdraw', taken, 1, because);
});

test('a file, and what somebody else’s dispatch is to others', async () => {
  const id = await registered({}, new File([pdfWith('x')], 'Công văn.pdf'));
  const { files } = await api.call('get /dispatches/{id}', { as: as.mai, path: { id } });
  const [{ hash } = { hash: '' }] = files as readonly { hash: string }[];
  await api.call('get /dispatches/{id}/files/{hash}', { as: as.mai, path: { id, hash } });
  await api.call('get /dispatches/{id}', { as: as.trang, path: { id }, status: 404 });
  await api.call('post /dispatches/{id}/settle', { as: as.mai, path: { id }, status: 422 });
  await api.call('post /sign-out', { as: as.mai, fields: { _csrf: 'made up' }, status: 403 });
});

test('the lists', async () => {
  const id = await directed(people.trang);
  const { lines } = await api.call('get /tasks', { as: as.trang, fields: { tab: 'pending' } });
  expect(JSON.stringify(lines)).toContain(id);
  const row = { dispatch: id, row: 1 };
  await api.call('post /tasks/{dispatch}/{row}/acts', { as: as.trang, path: row, fields: { act: 'accept' } });
  const many = { act: 'complete', result: 'Đã tham mưu', 'rows[0]': `${id}/1` };
  await api.call('post /tasks/acts', { as: as.trang, fields: many });
  for (const tab of ['toRegister', 'working', 'done', 'register'])
    await api.call('get /incoming', { as: as.mai, fields: { tab } });
  await api.call('get /incoming', { as: as.hau, status: 404 });
  const paper = {
    author: 'Bộ Y tế',
    codeNumber: '99',
    codeNotation: 'GM',
    type: 'Giấy mời',
    subject: 'V/v họp',
  };
  await api.call('post /incoming/new', { as: as.mai, fields: { ...paper, issuedOn: today } });
  await api.call('post /incoming/new', { as: as.mai, fields: { ...paper, issuedOn: today }, status: 422 });
});

test('messages', async () => {
  await directed(people.pao);
  const { messages } = await api.call('get /messages', { as: as.pao });
  const [{ id } = { id: '' }] = messages as readonly { id: string }[];
  await api.call('post /messages/open', { as: as.pao, fields: { message: id, item: '0' } });
  await api.call('post /messages/read-all', { as: as.pao });
});

test('supervision', async () => {
  await api.call('get /supervision', { as: as.hai });
  await api.call('get /supervision', { as: as.lan, fields: { asOf: `07:30 ${today}` } });
  await api.call('get /supervision/tiers/{tier}', { as: as.lan, path: { tier: 'department' } });
  await api.call('get /supervision/rows', { as: as.hai, fields: { figure: 'openInTime' } });
  await api.call('get /supervision/rows', { as: as.hai, status: 422 });
  await api.call('get /supervision', { as: as.trang, status: 403 });
});

test('administration', async () => {
  const { hau } = as;
  await api.call('get /admin/calendar', { as: hau });
  const change = {
    note: 'Mất điện cả ngày trụ sở',
    'lines[0][from]': '01/04/2026',
    'lines[0][name]': 'Mất điện',
  };
  const preview = await api.call('get /admin/calendar/preview', { as: hau, fields: change });
  const { version } = preview as { version: number };
  await api.call('post /admin/calendar', { as: hau, fields: { ...change, version: String(version) } });
  await api.call('get /admin/chains', { as: hau });
  const path = { direction: 'incoming', version: 1 };
  await api.call('get /admin/chains/{direction}/versions/{version}', { as: hau, path });
  const edit = (what: string, fields: Record<string, string>, more = {}) =>
    api.call(`post /admin/chains/{direction}/${what}`, { as: hau, path: { ...path, ...more }, fields });
  const edition = async () => {
    const chain: { edition: number } = await api.call('get /admin/chains/{direction}', { as: hau, path });
    return { edition: String(chain.edition) };
  };
  await edit('settings', { ...(await edition()), name: 'Văn bản đến' });
  await edit('arrange', { ...(await edition()), what: 'step', place: '1', move: 'up' });
  await edit('discard', await edition());
  const due = { dueAmount: '3', dueUnit: 'workingDays' };
  await edit('rules/{place}', { ...(await edition()), types: 'Đơn thư', ...due }, { place: 'new' });
  const level = (id: string, days: string, minutes: string) => ({
    ...{ [`ladder[${id}][on]`]: 'true', [`ladder[${id}][days]`]: days, [`ladder[${id}][minutes]`]: minutes },
    [`ladder[${id}][to][0]`]: 'assignee',
  });
  const ladder = {
    ...level('R1', '-1', '50'),
    ...level('L1', '0', '0'),
    ...level('L2', '2', '60'),
    ...level('L3', '4', '120'),
  };
  const step = { title: 'Giải quyết', act: 'settle', who: 'role', role: 'officer', ...due, ...ladder };
  await edit('steps/{key}', { ...(await edition()), ...step }, { key: 'settle' });
  await edit('publish', { ...(await edition()), startsOn: today });
});

test('every operation that is described was seen to answer as described, and nothing else answers', async () => {
  expect(api.untried).toEqual([]);
  const forPeople = routes.filter(({ answer }) => !answer);
  expect(forPeople.map(({ path }) => path)).toContain('/tasks/tabs');
  for (const { method, path } of forPeople) {
    const address = `/api/v1${path.replaceAll(/:\w+/g, 'x')}`;
    expect([path, (await as.mai[method](address)).status]).toEqual([path, 404]);
  }
});
