import { PostModel, type Post } from '../../store/organisation/post.model.ts';
import { type InboxLine, RowModel } from '../../store/dispatches/row.model.ts';
import type { RowRole, RowState } from '../../workflows/rules/dispatch/row.ts';
import type { AgencyCode, DispatchId, UnitId } from '../../workflows/rules/ids.ts';
import type { OfficeRole } from '../../workflows/rules/people.ts';
import type { Key } from '../../workflows/rules/permission/keys.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BATCH = 2_000;

/** The posts of the first agencies that together have this many, with the province first. */
export async function busiestPosts(people: number): Promise<readonly Post[]> {
  const posts = await PostModel.find({}).sort({ agency: 1, place: 1 }).lean();
  return posts.slice(0, people);
}

/**
 * Fills the inboxes of these posts as offices have them: of each dispatch one row on the desk or with a leader, and
 * when it is assigned one of a unit and some of its officers.
 */
export async function fillInboxes(posts: readonly Post[], rows: number, now: Instant): Promise<void> {
  const agencies = Map.groupBy(posts, ({ agency }) => agency);
  const codes = [...agencies.keys()];
  let batch: InboxLine[] = [];
  let written = 0;
  for (let number = 1; written + batch.length < rows; number++) {
    const agency = codes[number % codes.length] as AgencyCode;
    batch.push(...rowsOfDispatch(agency, agencies.get(agency) ?? [], number, now));
    if (batch.length < BATCH) continue;
    await RowModel.insertMany(batch, { lean: true, ordered: false });
    written += batch.length;
    batch = [];
  }
  await RowModel.insertMany(batch, { lean: true, ordered: false });
}

function rowsOfDispatch(
  agency: AgencyCode,
  posts: readonly Post[],
  number: number,
  now: Instant,
): InboxLine[] {
  const chance = (salt: number, of: number) => scatter(number * 31 + salt) % of;
  const pick = <T>(list: readonly T[], salt: number) => list[chance(salt, list.length)];
  const among = (role: OfficeRole) => posts.filter(({ roles }) => roles.includes(role));
  const line = lineOf(agency, number, now);
  const leader = pick(among('leader'), 1);
  if (!leader || chance(2, 8) === 0) return [line(0, [`role:${agency}:clerk`], 'pending', 'lead')];
  if (chance(2, 8) === 1) return [line(0, [`post:${leader._id}`], 'pending', 'lead')];
  const unit = pick(among('headOfUnit'), 3)?.unit;
  const officers = posts.filter((post) => post.unit === unit && post.roles.includes('officer'));
  const waiting = chance(4, 5) === 0 || officers.length === 0;
  const office = [`head:${unit}`, `clerk:${unit}`, `unit:${unit}`];
  const top = [
    line(0, [`post:${leader._id}`], 'forwarded', 'lead'),
    line(1, office, waiting ? 'pending' : 'forwarded', 'lead', unit),
  ];
  if (waiting) return top;
  const below = (['lead', 'cooperate', 'inform'] as const).map((role, place) => {
    const officer = pick(officers, 5 + place)?._id ?? '';
    return line(place + 2, [`post:${officer}`], chance(9, 11) === 0 ? 'cameBack' : 'pending', role);
  });
  return [...top, ...below];
}

function lineOf(agency: AgencyCode, number: number, now: Instant) {
  const dispatch = `bench-${number}` as DispatchId;
  // From ten days late to thirty days ahead, as an office in arrears has them.
  const dueAt = now - 10 * DAY + (scatter(number) % 960) * HOUR;
  return (
    row: number,
    holders: readonly Key[],
    state: RowState,
    role: RowRole,
    unitRow?: UnitId,
  ): InboxLine => ({
    ...{
      _id: `${dispatch}/${row}`,
      agency,
      dispatch,
      row,
      holders,
      concerns: holders,
      open: true,
      counted: role !== 'inform',
      state,
      role,
    },
    ...{ status: row === 0 && state === 'pending' ? 'presented' : 'inProgress', dueAt, dueUnit: 'day' },
    ...{
      nearAt: dueAt - DAY,
      claimed: false,
      holder: 'Phòng Văn xã',
      assignedBy: 'Lê Thị Hoa',
      assignedAt: now - 12 * DAY,
    },
    ...(unitRow && { unitRow }),
    ...{ code: `${number}/BYT-KHTC`, subject: `V/v báo cáo tình hình thực hiện kế hoạch, đợt ${number}` },
    ...{ author: 'Bộ Y tế', priority: number % 20 === 0 ? 1 : 0, number },
  });
}

/** The same scattered whole number for the same one (Murmur's finaliser). */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
