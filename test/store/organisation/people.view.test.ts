import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedConnected } from '../../../bin/seed.ts';
import { connect, disconnect } from '../../../store/connection.ts';
import { handOverPost } from '../../../store/organisation/organisation.repository.ts';
import {
  actorFor,
  holdersOf,
  peopleSearch,
  postsOf,
  type Who,
} from '../../../store/organisation/people.view.ts';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../../workflows/rules/ids.ts';
import { freshDatabase } from '../../support/database.ts';

const province = '000.00.00.H35' as AgencyCode;
const vx = '000.00.00.H35/vx' as UnitId;
const headOfVx = '000.00.00.H35/vx/truong' as PostId;
const minh = 'minh.dq' as PersonId;
const monday = Date.parse('2026-03-09T08:00:00+07:00');

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
});
afterAll(disconnect);

describe('actorFor', () => {
  it('is the person with the facts of the post', async () => {
    expect(await actorFor(minh, headOfVx, monday)).toEqual({
      ...{ person: minh, name: 'Đỗ Quang Minh', post: headOfVx, title: 'Trưởng phòng' },
      ...{ agency: province, unit: vx, roles: ['headOfUnit'] },
    });
  });

  it('is nobody for another’s post, or before it was held', async () => {
    expect(await actorFor('trang.pt' as PersonId, headOfVx, monday)).toBeUndefined();
    expect(await actorFor(minh, headOfVx, Date.parse('2016-06-30T23:59:59+07:00'))).toBeUndefined();
  });

  it('follows a hand-over at the very instant (D-9), and forgets nothing', async () => {
    const post = '000.00.00.H35/th/cv2' as PostId;
    const [before] = await holdersOf({ kind: 'post', post }, monday);
    await handOverPost(post, 'u.tl' as PersonId, monday);
    expect(await actorFor('u.tl' as PersonId, post, monday - 1)).toBeUndefined();
    expect(await actorFor('u.tl' as PersonId, post, monday)).toBeDefined();
    expect(await holdersOf({ kind: 'post', post }, monday - 1)).toEqual([before]);
    expect((await postsOf('u.tl' as PersonId, monday)).map((held) => held.post)).toEqual([
      '000.00.00.H35/th/cv1',
      post,
    ]);
  });
});

describe('postsOf', () => {
  it('names agency and unit of every post, in several agencies', async () => {
    const posts = await postsOf('khoi.vd' as PersonId, monday);
    expect(posts.map(({ title, agencyName, unitName }) => [title, agencyName, unitName])).toEqual([
      ['Giám đốc', 'Sở GTVT', 'Lãnh đạo Sở GTVT'],
      ['Phó Trưởng ban', 'Ban ATGT tỉnh', 'Lãnh đạo Ban ATGT tỉnh'],
    ]);
  });
});

describe('holdersOf', () => {
  const cases: [string, Who, string[]][] = [
    ['a role', { kind: 'role', agency: province, role: 'clerk' }, ['Lò Thị Mai', 'Vàng A Sình']],
    ['a head of unit', { kind: 'headOfUnit', unit: vx }, ['Đỗ Quang Minh']],
    ['people', { kind: 'people', agency: province, people: [minh] }, ['Đỗ Quang Minh']],
    [
      'nobody of another agency',
      { kind: 'people', agency: '000.00.12.H35' as AgencyCode, people: [minh] },
      [],
    ],
    ['a post', { kind: 'post', post: headOfVx }, ['Đỗ Quang Minh']],
  ];
  it.each(cases)('finds %s', async (_what, who, names) => {
    expect((await holdersOf(who, monday)).map(({ name }) => name)).toEqual(names);
  });

  it('finds who is on duty by the day in Việt Nam, and nobody on a day without a list (S04)', async () => {
    const onDuty = async (at: string) =>
      (await holdersOf({ kind: 'onDuty', agency: province }, Date.parse(at))).map(({ name }) => name);
    expect(await onDuty('2026-02-17T02:15:00+07:00')).toEqual(['Vàng A Sình']);
    expect(await onDuty('2026-02-16T23:59:00+07:00')).toEqual([]);
  });

  it('finds the members of a unit, its head first', async () => {
    const members = await holdersOf({ kind: 'membersOfUnit', unit: vx }, monday);
    expect(members).toHaveLength(8);
    expect(members[0]?.person).toBe(minh);
  });
});

describe('peopleSearch', () => {
  it.each(['Giàng A Páo', 'giang pao', 'PÁO giàng'])('finds by "%s"', async (text) => {
    const names = (await peopleSearch(province, text, monday)).map(({ name }) => name);
    expect(names).toContain('Giàng A Páo');
    expect(names.length).toBeLessThan(4);
  });

  it('finds by title, and nobody of another agency', async () => {
    expect((await peopleSearch(province, 'chánh văn phòng', monday)).map(({ name }) => name)).toContain(
      'Nguyễn Đức Toàn',
    );
    expect(await peopleSearch(province, 'Mùa Thị Dợ', monday)).toEqual([]);
  });
});
