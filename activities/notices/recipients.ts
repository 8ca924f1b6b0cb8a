import { holdersOf, type Who } from '../../store/organisation/people.view.ts';
import { unitPath } from '../../store/organisation/organisation.view.ts';
import type { AssigneeRule } from '../../workflows/rules/chain/chain.ts';
import type { Notice } from '../../workflows/rules/dispatch/effects.ts';
import type { Receiver, Row } from '../../workflows/rules/dispatch/row.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { Recipient } from '../../workflows/rules/escalation/ladder.ts';
import type { AgencyCode, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** The people whom a notice means at an instant, each once. */
export async function peopleFor(
  state: DispatchState,
  notice: Notice,
  at: Instant,
): Promise<readonly Actor[]> {
  const row = rowOf(state, notice);
  const groups = await Promise.all(
    notice.to.map((one) =>
      typeof one === 'string' ? byWord(state.agency, one, row, at) : holders(state.agency, one, at),
    ),
  );
  return [...new Map(groups.flat().map((actor) => [actor.person, actor])).values()];
}

/** Whoever a receiver is now; with nobody there, the next level up and the administrator (E-4). */
async function holders(agency: AgencyCode, receiver: Receiver, at: Instant): Promise<readonly Actor[]> {
  switch (receiver.kind) {
    case 'step':
      return orAbove(agency, await holdersOf(whoOf(agency, receiver.who), at), at);
    case 'unit':
      return headOf(agency, receiver.unit, at);
    case 'post': {
      const found = await holdersOf({ kind: 'post', post: receiver.post }, at);
      return found.length > 0 ? found : headOf(agency, receiver.unit, at);
    }
  }
}

/** How many people can act for a receiver (R5): of a unit its head and clerks, whoever else sits in it. */
export async function countAble(agency: AgencyCode, receiver: Receiver, at: Instant): Promise<number> {
  switch (receiver.kind) {
    case 'step':
      return (await holdersOf(whoOf(agency, receiver.who), at)).length;
    case 'post':
      return (await holdersOf({ kind: 'post', post: receiver.post }, at)).length;
    case 'unit': {
      const members = await holdersOf({ kind: 'membersOfUnit', unit: receiver.unit }, at);
      return members.filter(({ roles }) => roles.includes('headOfUnit') || roles.includes('clerk')).length;
    }
  }
}

function rowOf(state: DispatchState, { about }: Notice): Row | undefined {
  return state.rows[about && 'row' in about ? about.row : 0];
}

async function byWord(
  agency: AgencyCode,
  word: Recipient,
  row: Row | undefined,
  at: Instant,
): Promise<readonly Actor[]> {
  switch (word) {
    case 'assignee':
      return row ? ownersOf(agency, row, at) : [];
    case 'headOfUnit':
      return row && row.receiver.kind !== 'step'
        ? headOf(agency, row.receiver.unit, at)
        : withRole(agency, 'chiefOfOffice', at);
    case 'assigner':
      return row && 'post' in row.assignedBy
        ? holdersOf({ kind: 'post', post: row.assignedBy.post }, at)
        : withRole(agency, 'clerk', at);
    case 'onDuty': {
      const found = await holdersOf({ kind: 'onDuty', agency }, at);
      if (found.length > 0) return found;
      // I-R8: with nobody on duty it goes to the Chánh VP and the head of the agency.
      return [
        ...(await withRole(agency, 'chiefOfOffice', at)),
        ...(await withRole(agency, 'agencyHead', at)),
      ];
    }
    default:
      return withRole(agency, ROLE_OF[word], at);
  }
}

const ROLE_OF: Record<Exclude<Recipient, 'assignee' | 'headOfUnit' | 'assigner' | 'onDuty'>, OfficeRole> = {
  monitoringUnit: 'monitor',
  leaders: 'leader',
  agencyHead: 'agencyHead',
  chiefOfOffice: 'chiefOfOffice',
  clerks: 'clerk',
  administrator: 'agencyAdministrator',
};

function ownersOf(agency: AgencyCode, row: Row, at: Instant): Promise<readonly Actor[]> {
  return row.claimedBy
    ? holdersOf({ kind: 'post', post: row.claimedBy.post }, at)
    : holders(agency, row.receiver, at);
}

async function withRole(agency: AgencyCode, role: OfficeRole, at: Instant): Promise<readonly Actor[]> {
  const found = await holdersOf({ kind: 'role', agency, role }, at);
  // Not every agency has a monitoring unit, and that is no fault (GS).
  return role === 'monitor' ? found : orAbove(agency, found, at);
}

async function orAbove(agency: AgencyCode, found: readonly Actor[], at: Instant): Promise<readonly Actor[]> {
  if (found.length > 0) return found;
  const above = await holdersOf({ kind: 'role', agency, role: 'chiefOfOffice' }, at);
  return [...above, ...(await holdersOf({ kind: 'role', agency, role: 'agencyAdministrator' }, at))];
}

async function headOf(agency: AgencyCode, unit: UnitId, at: Instant): Promise<readonly Actor[]> {
  const found = await holdersOf({ kind: 'headOfUnit', unit }, at);
  if (found.length > 0) return found;
  for (const above of await unitPath(unit)) {
    const next = await holdersOf({ kind: 'headOfUnit', unit: above }, at);
    if (next.length > 0) {
      return [...next, ...(await holdersOf({ kind: 'role', agency, role: 'agencyAdministrator' }, at))];
    }
  }
  return orAbove(agency, [], at);
}

/** People named by a chain's rule for a step of the whole agency. */
function whoOf(agency: AgencyCode, rule: AssigneeRule): Who {
  switch (rule.kind) {
    case 'role':
      return { kind: 'role', agency, role: rule.role };
    case 'post':
      return { kind: 'post', post: rule.post };
    case 'people':
      return { kind: 'people', agency, people: rule.people };
    case 'headOfUnit':
      return rule.unit
        ? { kind: 'headOfUnit', unit: rule.unit }
        : { kind: 'role', agency, role: 'headOfUnit' };
    case 'headsUp':
      return { kind: 'role', agency, role: 'headOfUnit' };
  }
}
