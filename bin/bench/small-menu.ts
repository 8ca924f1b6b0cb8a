import type { Act, Assignment, Command } from '../../workflows/rules/dispatch/command.ts';
import { owns } from '../../workflows/rules/dispatch/owners.ts';
import { type Permitted, permitted } from '../../workflows/rules/dispatch/permitted.ts';
import { isOpen, type Receiver, type RowRole } from '../../workflows/rules/dispatch/row.ts';
import { type DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId, RowId } from '../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import { chain, form, postOf } from './small-office.ts';

export const at = Date.parse('2026-03-09T08:00+07:00');
const text = 'không thuộc lĩnh vực được phân công';

/** Who gets what from a holder: of the desk, of a unit, of a person. */
export type Ways = readonly (readonly Assignment[])[];

export interface Office {
  readonly people: readonly Actor[];
  readonly leader: Actor;
  /** The hand-overs worth trying from a row of this holder. */
  readonly ways: (holder: Receiver) => Ways;
  /** So many open rows under the desk at most. */
  readonly most: number;
}

export function to(role: RowRole, receiver: Assignment['receiver']): Assignment {
  return { role, receiver };
}

/** Every act that somebody may do now with each of its fillings, and every answer that the world may give. */
export function menuOf(office: Office): (state: DispatchState) => readonly Command[] {
  return (state) => [
    ...office.people.flatMap((by) => {
      const reads = state.rows.filter((row) => row.id !== 0 && row.readAt === undefined && owns(by, row));
      return [
        ...permitted(state, by, at).flatMap((act) => fillings(office, state, by, act)),
        ...reads.map(({ id }): Command => ({ kind: 'read', row: id, by })),
      ];
    }),
    { kind: 'numberAllocated', number: 1, by: SYSTEM },
    ...state.rows.map(({ id }): Command => ({ kind: 'assigneesCounted', row: id, found: 0, by: SYSTEM })),
  ];
}

function fillings(office: Office, state: DispatchState, by: Actor, act: Permitted): readonly Command[] {
  const acts =
    act.row === undefined ? onDesk(office, state, by, act.kind) : onRow(office, state, act.row, act.kind);
  return acts.map((one) => ({ ...one, by }));
}

function onDesk(office: Office, state: DispatchState, by: Actor, kind: Act['kind']): readonly Act[] {
  const desk = state.rows[0];
  const leader = postOf(office.leader);
  const ways = desk ? waysFrom(office, state, desk.id) : [];
  switch (kind) {
    case 'register':
      return [{ kind, form, chain, duplicates: [] }];
    case 'refuse':
      return [{ kind, reason: 'wrongRecipient', text }];
    case 'link':
      return [{ kind, to: { dispatch: 'd2' as DispatchId, number: 1, year: 2026 } }];
    case 'discard':
    case 'undoRegistration':
      return [{ kind, reason: text }];
    case 'present':
      return [{ kind, leader, opinion: '' }];
    case 'direct':
      // An assistant enters the leader's words.
      return ways.map((assignments) => ({
        kind,
        assignments,
        opinion: text,
        ...(by.roles.includes('leader') ? {} : { leader }),
      }));
    case 'passOn':
      return ways.map((assignments) => ({ kind, assignments, opinion: '', leader }));
    case 'settle':
      return [{ kind, opinion: '' }];
    case 'reopen':
      return [{ kind, due: { kind: 'workingDays', days: 5 }, reason: text }];
    case 'returnToSender':
      return [{ kind, reason: 'wrongRecipient', text, consent: leader }];
    default:
      return [];
  }
}

function onRow(office: Office, state: DispatchState, row: RowId, kind: Act['kind']): readonly Act[] {
  switch (kind) {
    case 'accept':
    case 'claim':
    case 'release':
    case 'resume':
      return [{ kind, row }];
    case 'report':
      return [{ kind, row, percent: 50, text }];
    case 'forward':
      return waysFrom(office, state, row).map((assignments) => ({
        kind,
        row,
        assignments,
        opinion: '',
        closeWhenRead: true,
      }));
    case 'complete':
      return [
        { kind, row, result: '', confirmOpenBranch: true },
        { kind, row, result: '', confirmOpenBranch: true, reply: { code: '1/UBND', issuedOn: '2026-03-09' } },
      ];
    case 'giveBack':
    case 'withdraw':
    case 'suspend':
      return [{ kind, row, reason: text }];
    case 'changeRow':
      return (['lead', 'cooperate', 'inform'] as const).map((role) => ({ kind, row, role }));
    default:
      return [];
  }
}

function waysFrom(office: Office, state: DispatchState, row: RowId): Ways {
  const open = state.rows.filter((one) => one.id !== 0 && isOpen(one)).length;
  const holder = state.rows[row]?.receiver;
  return holder ? office.ways(holder).filter((way) => open + way.length <= office.most) : [];
}
