import type { Recipient } from '../escalation/ladder.ts';
import type { DispatchId, RowId } from '../ids.ts';
import { SYSTEM } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import { isWorkingInstant } from '../working-time/working-minutes.ts';
import type { CommandOf } from './command.ts';
import type { Event, EventOf } from './event.ts';
import type { Receiver } from './row.ts';
import type { ClockRef, DispatchState, DispatchStatus } from './state.ts';

/** Codes that go back to the sender (flows.md §11). */
export type StatusCode = '01' | '02' | '03' | '04' | '05' | '06';

/** A message to people; who they are is found at the instant of telling (E-3, E-4). */
export interface Notice {
  readonly kind: 'notify';
  /** Key of the sentence under `notices` in templates/locales. */
  readonly key: string;
  readonly to: readonly (Recipient | Receiver)[];
  /** What it is about: `assignee`, `headOfUnit` and `assigner` are those of this clock. */
  readonly about: ClockRef | undefined;
  /** Notices of one person with the same digest make one message (T-12, T-14). */
  readonly digest: string | undefined;
  /** For a level: when it should have fired (T-14). */
  readonly scheduled: Instant | undefined;
}

/** What the world must be told or asked because of an event. */
export type Effect =
  | Notice
  | {
      readonly kind: 'reportStatus';
      readonly code: StatusCode;
      readonly description: string;
      /** The record that came through the axis: its sender is told. */
      readonly arrival: DispatchId;
    }
  | { readonly kind: 'allocateNumber'; readonly register: string; readonly year: number }
  | { readonly kind: 'countAssignees'; readonly row: RowId }
  | {
      readonly kind: 'tellDispatch';
      readonly dispatch: DispatchId;
      readonly command: CommandOf<'attachCopy'>;
    };

/** The effects of one event, in order; `state` is the state after it. */
export function effects(event: Event, state: DispatchState): readonly Effect[] {
  return [...statuses(event, state), ...asks(event, state), ...notices(event, state)];
}

const CODE_OF: Readonly<Record<DispatchStatus, StatusCode | undefined>> = {
  none: undefined,
  arrived: '01',
  registering: '01',
  registered: '03',
  presented: '03',
  assigned: '04',
  inProgress: '05',
  completed: '06',
  refused: '02',
  linked: undefined,
  discarded: '01',
};

function statuses(event: Event, state: DispatchState): readonly Effect[] {
  const own: readonly DispatchId[] = state.envelope?.source === 'axis' ? [state.id] : [];
  const report = (code: StatusCode | undefined, arrivals: readonly DispatchId[], description = '') =>
    code ? arrivals.map((arrival): Effect => ({ kind: 'reportStatus', code, description, arrival })) : [];
  const all = [...own, ...state.axisCopies];
  switch (event.kind) {
    case 'arrived':
      return report('01', own);
    case 'repeatReceived':
      return report(CODE_OF[state.status], own);
    case 'refused':
      return report('02', all, event.text || event.reason);
    case 'registered':
      return report('03', all);
    case 'assigned':
      return event.parent === 0 && state.rows[0]?.rounds === 1 ? report('04', all) : [];
    case 'workStarted':
    case 'reopened':
      return report('05', all);
    case 'completed':
      return report('06', all);
    case 'copyAttached':
      return event.source === 'axis' && event.from ? report(CODE_OF[state.status], [event.from]) : [];
    default:
      return [];
  }
}

function asks(event: Event, state: DispatchState): readonly Effect[] {
  switch (event.kind) {
    case 'registrationAsked':
      return [{ kind: 'allocateNumber', register: event.form.register, year: event.form.year }];
    case 'rowCameBack':
      return [{ kind: 'countAssignees', row: event.row }];
    case 'rowResumed':
      // People may have left while it stood still (R5).
      return state.rows[event.row]?.state === 'cameBack' ? [{ kind: 'countAssignees', row: event.row }] : [];
    case 'linked':
      return [...attach(state, state.id), ...state.axisCopies.flatMap((from) => attach(state, from))];
    case 'repeatReceived':
      return attach(state, state.id);
    case 'copyAttached':
      return event.from ? attach(state, event.from) : [];
    default:
      return [];
  }
}

/** A linked record tells the one it is linked to of a copy, whose sender that one answers (I-R3). */
function attach({ linkedTo, envelope, id }: DispatchState, from: DispatchId): readonly Effect[] {
  if (!linkedTo) return [];
  const source = from === id ? (envelope?.source ?? 'axis') : 'axis';
  const command = { kind: 'attachCopy', source, from, by: SYSTEM } as const;
  return [{ kind: 'tellDispatch', dispatch: linkedTo.dispatch, command }];
}

function notices(event: Event, state: DispatchState): readonly Notice[] {
  switch (event.kind) {
    case 'arrived':
      return [notice('arrived', arrivalRecipients(event, state))];
    case 'registered':
      return [notice('toPresent', [event.desk])];
    case 'presented':
      return [notice('toDirect', [event.leader])];
    case 'assigned':
      return event.rows.map((row) => notice('assigned', [row.receiver], { row: row.id }));
    case 'refused':
      return event.consent ? [notice('returnedToSender', [event.consent])] : [];
    case 'completed':
      return [notice('completed', ['clerks', state.leader ?? 'leaders', 'monitoringUnit'], { row: 0 })];
    case 'reopened':
      return [notice('reopened', ['assignee'], { row: event.row })];
    case 'deadlinesRecalculated':
      return event.changes.map(({ clock }) =>
        notice('recalculated', ['assignee'], clock, `calendar ${event.calendar.version}`),
      );
    case 'levelFired': {
      const digest = `${event.level} ${event.scheduled}`;
      return [notice(`level${event.level}`, event.to, event.clock, digest, event.scheduled)];
    }
    default:
      return rowNotices(event);
  }
}

function rowNotices(event: Event): readonly Notice[] {
  switch (event.kind) {
    case 'progressReported':
      return [notice('progress', ['assigner'], { row: event.row })];
    case 'rowCompleted':
      return event.how === 'withLead' || event.how === 'fromAbove'
        ? [notice('rowClosed', ['assignee'], { row: event.row })]
        : [notice('rowCompleted', ['assigner'], { row: event.row })];
    case 'rowReturned':
    case 'rowBounced':
      return [notice('rowReturned', ['assigner'], { row: event.row })];
    case 'rowCameBack':
      return [notice('rowCameBack', ['assignee'], { row: event.row })];
    case 'rowWithdrawn':
      return [notice('rowWithdrawn', ['assignee'], { row: event.row })];
    case 'rowReassigned':
      return [notice('rowReassigned', [event.from, 'assignee'], { row: event.row })];
    case 'rowChanged':
      return [notice('rowChanged', ['assignee'], { row: event.row })];
    case 'rowSuspended':
    case 'rowResumed':
      return [notice(event.kind, ['assignee'], { row: event.row })];
    case 'repairNeeded':
      return [notice('repairNeeded', ['administrator'], { row: event.row })];
    default:
      return [];
  }
}

/** I1, I-R8: the clerks; urgent also the leaders, or outside working hours those on duty and the Chánh VP. */
function arrivalRecipients(event: EventOf<'arrived'>, state: DispatchState): readonly Recipient[] {
  if (event.envelope.priority === 0 || state.calendar === undefined) return ['clerks'];
  return isWorkingInstant(state.calendar, event.at) ? ['clerks', 'leaders'] : ['onDuty', 'chiefOfOffice'];
}

function notice(
  key: string,
  to: Notice['to'],
  about?: ClockRef,
  digest?: string,
  scheduled?: Instant,
): Notice {
  return { kind: 'notify', key, to, about, digest, scheduled };
}
