import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DraftChainModel, PublishedChainModel } from '../../../store/chains/chain.model.ts';
import { stateOf } from '../../../store/dispatches/dispatch.view.ts';
import { holdersOf } from '../../../store/organisation/people.view.ts';
import type { AgencyCode, DispatchId } from '../../../workflows/rules/ids.ts';
import { formatInstant } from '../../../workflows/rules/working-time/date-text.ts';
import type { Browser } from '../../builders/browser.ts';
import { at, fixtureCalendar } from '../../builders/calendar.ts';
import { officeOf } from '../../builders/office.ts';
import { type Product, startProduct } from '../../support/product.ts';

const province = '000.00.00.H35' as AgencyCode;
const chain = '/admin/chains/incoming';

let product: Product;
let office: ReturnType<typeof officeOf>;
let admin: Browser;
let running: DispatchId;

/** The step of settling as the form sends it, with three days instead of five. */
function settle(edition: number, but: Record<string, string> = {}): Record<string, string> {
  const level = (id: string, days: string, minutes: string) => ({
    [`ladder[${id}][on]`]: 'true',
    [`ladder[${id}][days]`]: days,
    [`ladder[${id}][minutes]`]: minutes,
    [`ladder[${id}][to][0]`]: 'assignee',
    [`ladder[${id}][to][1]`]: 'headOfUnit',
  });
  return {
    ...{
      edition: String(edition),
      title: 'Chuyên viên giải quyết',
      act: 'settle',
      who: 'role',
      role: 'officer',
    },
    ...{ dueAmount: '3', dueUnit: 'workingDays' },
    ...{
      ...level('R1', '-1', '50'),
      ...level('L1', '0', '0'),
      ...level('L2', '2', '60'),
      ...level('L3', '4', '120'),
    },
    ...but,
  };
}

async function dueOf(id: DispatchId): Promise<string> {
  const due = (await stateOf(province, id)).rows[0]?.clock?.deadline.due;
  return formatInstant(fixtureCalendar, due ?? 0);
}

const versionsOf = (agency: AgencyCode) =>
  PublishedChainModel.countDocuments({ agency, direction: 'incoming' });
const draft = () => DraftChainModel.findById(`${province}/incoming`).lean();

beforeAll(async () => {
  product = await startProduct(at('2026-03-09 08:00'));
  office = officeOf(product);
  running = await office.registered({ documentId: 'before' });
  admin = await product.signedIn('hau.pt');
});
beforeEach(async () => {
  await DraftChainModel.deleteMany({});
});
afterAll(() => product.stop());

describe('the chain of an agency', () => {
  it('is shown in sentences, with whom it names', async () => {
    const { text } = await admin.get(chain);
    expect(text).toContain('Đang dùng bản 1.');
    expect(text).toContain('5 ngày làm việc');
    expect(text).toContain('Lãnh đạo đơn vị đang giữ văn bản');
    expect(text).toContain('đầu giờ ngày làm việc thứ 2 sau hạn (hạn tính giờ: sau hạn 60 phút)');
    expect((await admin.get('/admin')).location).toBe('/admin/chains');
    expect((await admin.get(`${chain}/steps/nothing`)).status).toBe(404);
  });

  it('becomes a draft with the first change, compared in words with what is in use', async () => {
    const saved = await admin.post(`${chain}/steps/settle`, settle(0));
    expect([saved.status, saved.location]).toEqual([303, chain]);
    const { text } = await admin.get(chain);
    expect(text).toContain('Sửa bước: Chuyên viên giải quyết');
    expect(text).toContain('<del>5 ngày làm việc</del> <ins>3 ngày làm việc</ins>');
    expect(await versionsOf(province)).toBe(1);
    expect((await admin.post(`${chain}/discard`, { edition: '1' })).status).toBe(303);
    expect(await draft()).toBeNull();
  });

  it('takes steps and rules in, up, down and out', async () => {
    const move = async (edition: number, what: string, place: number, to: string) => {
      const answer = await admin.post(`${chain}/arrange`, {
        edition: String(edition),
        what,
        place: String(place),
        move: to,
      });
      expect(answer.status).toBe(303);
    };
    const added = settle(0, {
      act: 'present',
      title: 'Phó Chánh Văn phòng trình thay',
      'priorities[0]': '1',
      types: 'Công điện, Giấy mời',
    });
    expect((await admin.post(`${chain}/steps/new`, added)).status).toBe(303);
    const urgent = {
      edition: '1',
      'priorities[0]': '3',
      'priorities[1]': '4',
      dueAmount: '4',
      dueUnit: 'workingHours',
    };
    expect((await admin.post(`${chain}/rules/new`, urgent)).status).toBe(303);
    const mail = { edition: '2', types: 'Đơn thư', dueAmount: '10', dueUnit: 'workingDays' };
    expect((await admin.post(`${chain}/rules/new`, mail)).status).toBe(303);
    expect((await draft())?.chain).toMatchObject({
      steps: [
        { key: 'register' },
        { key: 'present' },
        { key: 'present-1' },
        { key: 'direct' },
        { key: 'forward' },
        { key: 'settle' },
      ],
      settlement: [
        { due: { kind: 'workingMinutes', minutes: 240 } },
        { due: { kind: 'workingDays', days: 10 } },
      ],
    });
    await move(3, 'step', 2, 'up');
    await move(4, 'rule', 1, 'up');
    await move(5, 'step', 0, 'remove');
    expect((await draft())?.chain).toMatchObject({
      steps: [
        { key: 'present-1' },
        { key: 'present' },
        { key: 'direct' },
        { key: 'forward' },
        { key: 'settle' },
      ],
      settlement: [
        { when: [{ fact: 'type', in: ['Đơn thư'] }] },
        { when: [{ fact: 'priority', in: ['3', '4'] }] },
      ],
    });
    const { text } = await admin.get(chain);
    expect(text).toContain('loại là Công điện hoặc Giấy mời, và độ khẩn là khẩn');
    expect(text).toContain('Bỏ bước: Văn thư vào sổ');
    expect(text).toContain('Thêm bước: Phó Chánh Văn phòng trình thay');
  });

  it('says in place what a form lacks, and keeps what was typed', async () => {
    const wrong = settle(0, {
      title: '',
      dueAmount: '',
      senders: '000.00.99.H35',
      'ladder[L2][days]': 'hai',
    });
    const first = await admin.post(`${chain}/steps/settle`, wrong);
    expect(first.status).toBe(422);
    expect(first.text).toContain('Hãy đặt tên cho bước.');
    expect(first.text).toContain('value="hai"');
    const second = await admin.post(`${chain}/steps/settle`, {
      ...wrong,
      title: 'Giải quyết',
      'ladder[L2][days]': '2',
    });
    expect(second.text).toContain('Hãy ghi số cho thời hạn.');
    const unitless = await admin.post(`${chain}/steps/settle`, settle(0, { dueUnit: 'none' }));
    expect(unitless.text).toContain('Hãy chọn đơn vị của thời hạn, hoặc để trống số.');
    const third = await admin.post(
      `${chain}/steps/settle`,
      settle(0, { senders: '000.00.99.H35, 000.00.00.G22' }),
    );
    expect(third.text).toContain('Không có cơ quan nào mang mã: 000.00.99.H35.');
    const rule = await admin.post(`${chain}/rules/new`, { edition: '0', dueAmount: '3', dueUnit: 'days' });
    expect(rule.text).toContain('Hãy ghi ít nhất một điều kiện.');
    expect(await draft()).toBeNull();
  });

  it('has levels that take work to the head of the unit, where a person settles it', async () => {
    const taking = { 'ladder[L2][reassign]': 'true' };
    await admin.post(`${chain}/steps/settle`, settle(0, taking));
    expect((await draft())?.chain.steps.at(-1)?.ladder.map(({ action }) => action)).toEqual([
      ...[undefined, undefined, 'reassignToHead', undefined],
    ]);
    expect((await admin.get(`${chain}/steps/settle`)).text).toMatch(
      /name="ladder\[L2\]\[reassign\]" value="true" checked/,
    );
    expect((await admin.get(chain)).text).toContain(', và chuyển việc về lãnh đạo đơn vị');
    const wrong = settle(1, { act: 'forward', title: 'Phân công', ...taking });
    expect((await admin.post(`${chain}/steps/forward`, wrong)).status).toBe(303);
    const { text } = await admin.get(chain);
    expect(text).toContain('Mức L2: chỉ ở bước giải quyết mới chuyển việc về lãnh đạo đơn vị được.');
    expect(text).toContain('Chưa công bố được');
  });

  it('is not published with a fault; a warning does not stop it', async () => {
    await admin.post(`${chain}/arrange`, { edition: '0', what: 'step', place: '2', move: 'remove' });
    const { text } = await admin.get(chain);
    expect(text).toContain('Thiếu bước bắt buộc: Chỉ đạo (bút phê).');
    expect(text).toContain('Chưa công bố được');
    const refused = await admin.post(`${chain}/publish`, { edition: '1', startsOn: '09/03/2026' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Bản nháp còn lỗi');
    expect(await versionsOf(province)).toBe(1);
  });

  it('loses no save of two administrators at once', async () => {
    const other = await product.signedIn('hau.pt');
    await admin.post(`${chain}/steps/settle`, settle(0, { requestKey: 'one' }));
    const late = settle(0, { title: 'Chuyên viên tham mưu', requestKey: 'two' });
    const refused = await other.post(`${chain}/steps/settle`, late);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Phùng Thị Hậu, Quản trị cơ quan đã lưu bản nháp lúc 08:00 09/03/2026');
    expect(refused.text).toContain('value="Chuyên viên tham mưu"');
    expect(refused.text).toContain('name="edition" value="1"');
    expect((await draft())?.chain.steps.at(-1)?.title).toBe('Chuyên viên giải quyết');
    expect((await other.post(`${chain}/steps/settle`, { ...late, edition: '1' })).status).toBe(303);
    expect((await other.post(`${chain}/steps/settle`, { ...late, edition: '1' })).status).toBe(303);
    expect(await draft()).toMatchObject({ edition: 2 });
  });

  it('is published by one of two at once; running dispatches stay, new ones follow (Q-2)', async () => {
    await admin.post(`${chain}/steps/settle`, settle(0));
    const past = await admin.post(`${chain}/publish`, { edition: '1', startsOn: '08/03/2026' });
    expect([past.status, past.text.includes('Ngày áp dụng phải từ hôm nay trở đi.')]).toEqual([422, true]);
    const form = (requestKey: string) => ({ edition: '1', startsOn: '09/03/2026', requestKey });
    const both = await Promise.all(['a', 'b'].map((key) => admin.post(`${chain}/publish`, form(key))));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const winner = both[0]?.status === 303 ? 'a' : 'b';
    expect((await admin.post(`${chain}/publish`, form(winner))).status).toBe(303);
    expect(await versionsOf(province)).toBe(2);
    const { text } = await admin.get(chain);
    expect(text).toContain('Đang dùng bản 2, từ 09/03/2026.');
    expect(text).toContain('Phùng Thị Hậu, Quản trị cơ quan công bố ngày 09/03/2026');
    expect((await admin.get(`${chain}/versions/1`)).text).toContain('5 ngày làm việc');

    const later = await office.registered({ documentId: 'after' });
    expect([await dueOf(running), await dueOf(later)]).toEqual(['17:00 16/03/2026', '17:00 12/03/2026']);
    await office.does('mai', running, {
      kind: 'present',
      leader: (await office.post('hoa')).receiver,
      opinion: '',
    });
    expect((await stateOf(province, running)).chain?.version).toBe(1);
    expect((await stateOf(province, later)).chain?.version).toBe(2);
  });

  it('waits for its day, which is not before that of an earlier version', async () => {
    await admin.post(`${chain}/settings`, {
      edition: '0',
      name: 'Văn bản đến – từ tháng 4',
      passOnTypes: 'Giấy mời',
    });
    const done = await admin.post(`${chain}/publish`, { edition: '1', startsOn: '01/04/2026' });
    expect(done.status).toBe(303);
    const { text } = await admin.get(chain);
    expect(text).toContain('Đang dùng bản 2');
    expect(text).toContain('Bản 3 sẽ dùng từ 01/04/2026.');
    await admin.post(`${chain}/settings`, { edition: '0', name: 'Văn bản đến – sớm hơn' });
    const early = await admin.post(`${chain}/publish`, { edition: '1', startsOn: '20/03/2026' });
    expect(early.text).toContain('Bản 3 áp dụng từ 01/04/2026; bản mới không được sớm hơn.');
  });

  it('is that of its own agency alone', async () => {
    const home = '000.00.10.H35' as AgencyCode;
    const [theirs] = await holdersOf(
      { kind: 'role', agency: home, role: 'agencyAdministrator' },
      product.now(),
    );
    const other = await product.signedIn(theirs?.person ?? '');
    const { text } = await other.get(chain);
    expect(text).toContain('Đang dùng bản 1.');
    expect(text).not.toContain('Phùng Thị Hậu');
    expect((await other.get(`${chain}/versions/2`)).status).toBe(404);
    await other.post(`${chain}/steps/settle`, settle(0));
    expect(await draft()).toBeNull();
    expect(await versionsOf(home)).toBe(1);
    const mai = await product.signedIn('mai.lt');
    expect((await mai.get(chain)).status).toBe(403);
    expect((await mai.post(`${chain}/steps/settle`, settle(0))).status).toBe(403);
  });

  it('of outgoing dispatches is checked by its own law', async () => {
    const { text } = await admin.get('/admin/chains/outgoing');
    expect(text).toContain('Quy trình văn bản đi');
    expect(text).toContain('Không có lỗi');
    await admin.post('/admin/chains/outgoing/arrange', {
      edition: '0',
      what: 'step',
      place: '1',
      move: 'remove',
    });
    expect((await admin.get('/admin/chains/outgoing')).text).toContain('NĐ 30/2020, Điều 12');
  });
});
