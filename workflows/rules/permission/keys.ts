import type { AssigneeRule } from '../chain/chain.ts';
import type { Row } from '../dispatch/row.ts';
import { unitsOf, whoDoes } from '../dispatch/owners.ts';
import type { DispatchState } from '../dispatch/state.ts';
import type { AgencyCode, UnitId } from '../ids.ts';
import type { Actor, OfficeRole } from '../people.ts';

/**
 * A key fits a lock: every dispatch and row carries the keys that open it, every actor holds the keys of their
 * post. What shares no key with the actor does not exist for them (P-4).
 */
export type Key = string;

/** The keys that an actor holds as the post they act as (U-1, D-9). */
export function keysOf(actor: Actor): readonly Key[] {
  const { agency, person, post, unit } = actor;
  const keys = [`post:${post}`, `person:${person}`, `person:${agency}:${person}`, `unit:${unit}`];
  if (actor.roles.includes('headOfUnit')) keys.push(`head:${unit}`);
  if (actor.roles.includes('clerk')) keys.push(`clerk:${unit}`);
  return [...keys, ...actor.roles.map((role) => `role:${agency}:${role}`)];
}

/** Whose inbox a row lies in: the owner's; of a unit's row its head, its clerks, and until claimed its members. */
export function holdersOf(agency: AgencyCode, row: Row): readonly Key[] {
  const { receiver, claimedBy } = row;
  if (receiver.kind === 'step') return keysOfRule(agency, receiver.who, []);
  if (receiver.kind === 'post') return [`post:${receiver.post}`];
  const office = [`head:${receiver.unit}`, `clerk:${receiver.unit}`];
  return claimedBy ? [`post:${claimedBy.post}`, ...office] : [...office, `unit:${receiver.unit}`];
}

/** Whom a change of the row may concern: its holders, and those in whose inbox it lay before. */
export function concernsOf(state: DispatchState, row: Row): readonly Key[] {
  const holders = holdersOf(state.agency, row);
  if (row.id === 0) {
    const desk = ['clerk', 'chiefOfOffice'].map((role) => `role:${state.agency}:${role}`);
    return [...new Set([...holders, ...desk, ...(state.leader ? [`post:${state.leader.post}`] : [])])];
  }
  return [...new Set([...holders, ...holdersOf(state.agency, { ...row, claimedBy: undefined })])];
}

/** Roles that see every document of their agency. */
export const SCOPE: readonly OfficeRole[] = ['clerk', 'chiefOfOffice', 'leader', 'assistant', 'monitor'];

/** Who may see the dispatch: its agency's desk and leaders, its supervisors, and everyone along its rows (P-4). */
export function readersOf(state: DispatchState): readonly Key[] {
  const scope = SCOPE.map((role) => `role:${state.agency}:${role}`);
  // Whoever the chain lets act on the desk sees what lies there.
  const desk = [
    whoDoes(state, 'register', 'clerk'),
    whoDoes(state, 'present', 'chiefOfOffice'),
    whoDoes(state, 'direct', 'leader'),
  ].flatMap((rule) => keysOfRule(state.agency, rule, []));
  const along = state.rows.flatMap((row) => [
    ...holdersOf(state.agency, row),
    ...unitsOf(row.receiver).map((unit) => `head:${unit}`),
    ...('post' in row.assignedBy ? [`post:${row.assignedBy.post}`] : []),
  ]);
  return [...new Set([...scope, ...desk, ...along])];
}

/** The tabs of "Việc của tôi"; every open row that an actor holds stands in exactly one (P-7). */
export type InboxTab =
  | 'pending'
  | 'dueSoon'
  | 'late'
  | 'cooperate'
  | 'inform'
  | 'cameBack'
  | 'forwarded'
  | 'suspended'
  | 'unit';

/** What a tab needs to know of a row; the read model keeps exactly this. */
export interface InboxRow {
  readonly state: Row['state'];
  readonly role: Row['role'];
  readonly dueAt: number | undefined;
  /** From here on the deadline is near: its R1. */
  readonly nearAt: number | undefined;
  readonly unit: UnitId | undefined;
  readonly claimed: boolean;
}

/** What hurts first decides: late before near before role (ui.md). */
export function tabOf(row: InboxRow, actor: Actor, now: number): InboxTab {
  if (row.state === 'suspended') return 'suspended';
  if (row.unit !== undefined && !row.claimed && !mayHandleFor(actor, row.unit)) return 'unit';
  if (row.role === 'inform') return 'inform';
  if (row.dueAt !== undefined && now > row.dueAt) return 'late';
  if (row.state === 'cameBack') return 'cameBack';
  if (row.state === 'forwarded') return 'forwarded';
  if (row.nearAt !== undefined && now >= row.nearAt) return 'dueSoon';
  return row.role === 'cooperate' ? 'cooperate' : 'pending';
}

function mayHandleFor(actor: Actor, unit: UnitId): boolean {
  return actor.unit === unit && (actor.roles.includes('headOfUnit') || actor.roles.includes('clerk'));
}

function keysOfRule(agency: AgencyCode, rule: AssigneeRule, near: readonly UnitId[]): readonly Key[] {
  switch (rule.kind) {
    case 'role':
      return [`role:${agency}:${rule.role}`];
    case 'post':
      return [`post:${rule.post}`];
    case 'people':
      // Named in an agency's chain, one is meant as of that agency (U-1).
      return rule.people.map((person) => `person:${agency}:${person}`);
    case 'headOfUnit':
      return (rule.unit ? [rule.unit] : near.slice(0, 1)).map((unit) => `head:${unit}`);
    case 'headsUp':
      return near.slice(0, rule.levels).map((unit) => `head:${unit}`);
  }
}
