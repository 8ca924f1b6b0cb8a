import type { Event, EventOf, NewRow } from './event.ts';
import { evolveRow, movedClock, without } from './evolve-row.ts';
import { type Clock, clock, type Receiver, type Row, replace } from './row.ts';
import type { ClockRef, DispatchState, LimitKind } from './state.ts';

/** The state after an event (core.md): total, no decisions; P-8 rests on it. */
export function evolve(state: DispatchState, event: Event): DispatchState {
  return { ...state, ...change(state, event), revision: event.revision, changedAt: event.at };
}

function change(state: DispatchState, event: Event): Partial<DispatchState> {
  switch (event.kind) {
    case 'arrived':
      return {
        ...onDesk(event, event.desk),
        status: 'arrived',
        limits: { registering: clock(event.limit, event.at) },
      };
    case 'paperEntered':
      return { ...onDesk(event, event.desk), status: 'arrived' };
    case 'refused':
      return { status: 'refused', limits: {}, rows: deskDone(state, event) };
    case 'registrationAsked':
      return {
        status: 'registering',
        chain: event.chain,
        pendingRegistration: event.form,
        rows: replace(state.rows, 0, { assignedAt: event.at, assignedBy: event.by }),
      };
    case 'registered':
      return registered(state, event);
    case 'registrationUndone':
      return {
        status: 'arrived',
        registration: undefined,
        limits: { registering: clock(event.limit, event.at) },
        rows: replace(state.rows, 0, { receiver: event.desk, clock: undefined }),
      };
    case 'linked':
      return { status: 'linked', limits: {}, linkedTo: event.to, rows: deskDone(state, event) };
    case 'discarded':
      return { status: 'discarded', limits: {}, rows: deskDone(state, event) };
    case 'presented':
      return {
        status: state.status === 'registered' ? 'presented' : state.status,
        leader: event.leader,
        limits: { directing: clock(event.limit, event.at) },
        repairs: without(state, 0),
        rows: replace(state.rows, 0, { receiver: event.leader, assignedAt: event.at, assignedBy: event.by }),
      };
    case 'assigned':
      return assigned(state, event);
    case 'workStarted':
      return { status: 'inProgress' };
    case 'completed':
      return { status: 'completed', completedAt: event.at, limits: {}, repairs: [] };
    case 'reopened':
      return reopened(state, event);
    case 'deadlinesRecalculated':
      return event.changes.reduce<DispatchState>(
        (now, { clock: ref, after }) =>
          withClock(now, ref, (old) => ({ deadline: after, since: old.since, fired: [] })),
        { ...state, calendar: event.calendar },
      );
    case 'levelFired':
      return withClock(state, event.clock, (old) => ({ ...old, fired: [...old.fired, event.level] }));
    case 'repairNeeded':
      return { repairs: [...state.repairs, { row: event.row, why: event.why }] };
    case 'copyAttached':
      return event.source === 'axis' && event.from && !state.axisCopies.includes(event.from)
        ? { axisCopies: [...state.axisCopies, event.from] }
        : {};
    case 'repeatReceived':
      return {};
    default:
      return evolveRow(state, event);
  }
}

type Birth = Pick<Row, 'parent' | 'round' | 'assignedBy' | 'assignedAt'>;

function born(row: NewRow, birth: Birth): Row {
  return {
    id: row.id,
    receiver: row.receiver,
    role: row.role,
    state: 'pending',
    ...birth,
    rounds: 0,
    clock: row.deadline && clock(row.deadline, birth.assignedAt),
    takenFrom: undefined,
    claimedBy: undefined,
    readAt: undefined,
    finishedAt: undefined,
    finishedBy: undefined,
    completion: undefined,
    closeWhenRead: false,
    suspended: undefined,
    percent: 0,
  };
}

function onDesk(event: EventOf<'arrived' | 'paperEntered'>, desk: Receiver): Partial<DispatchState> {
  const birth = { parent: undefined, round: 0, assignedBy: event.by, assignedAt: event.at };
  return {
    envelope: event.envelope,
    arrivedAt: event.at,
    calendar: event.calendar,
    chain: event.chain,
    rows: [born({ id: 0, receiver: desk, role: 'lead', deadline: undefined }, birth)],
  };
}

/** Who ended it at the desk, for those who come second (U-5). */
function deskDone(state: DispatchState, event: Event): readonly Row[] {
  return replace(state.rows, 0, { finishedAt: event.at, finishedBy: event.by });
}

function registered(state: DispatchState, event: EventOf<'registered'>): Partial<DispatchState> {
  const form = state.pendingRegistration;
  return {
    status: 'registered',
    registration: form && { ...form, number: event.number },
    pendingRegistration: undefined,
    limits: { presenting: clock(event.limit, event.at) },
    rows: replace(state.rows, 0, {
      receiver: event.desk,
      clock: clock(event.deadline, event.at),
    }),
  };
}

function assigned(state: DispatchState, event: EventOf<'assigned'>): Partial<DispatchState> {
  const parent = state.rows[event.parent];
  if (parent === undefined) return {};
  const round = parent.rounds + 1;
  const birth = { parent: parent.id, round, assignedBy: event.by, assignedAt: event.at };
  const handsOff = event.rows.some((row) => row.role !== 'inform');
  const rows = replace(state.rows, parent.id, {
    rounds: round,
    state: handsOff ? 'forwarded' : parent.state,
    closeWhenRead: event.closeWhenRead,
    clock: event.deadline ? movedClock(parent.clock, event.deadline, event.at) : parent.clock,
  });
  const first = event.how !== 'forwarded';
  return {
    rows: [...rows, ...event.rows.map((row) => born(row, birth))],
    repairs: without(state, parent.id),
    ...(first && {
      status: state.status === 'inProgress' ? 'inProgress' : 'assigned',
      limits: {},
      leader: event.leader ?? state.leader,
    }),
  };
}

function reopened(state: DispatchState, event: EventOf<'reopened'>): Partial<DispatchState> {
  const again: Partial<Row> = {
    state: 'pending',
    finishedAt: undefined,
    finishedBy: undefined,
    completion: undefined,
    clock: clock(event.deadline, event.at),
  };
  const rows = replace(state.rows, event.row, again);
  return {
    status: 'inProgress',
    completedAt: undefined,
    rows: event.row === 0 ? rows : replace(rows, 0, { ...again, state: 'forwarded' }),
  };
}

function withClock(state: DispatchState, ref: ClockRef, next: (old: Clock) => Clock): DispatchState {
  if ('limit' in ref) {
    const old = state.limits[ref.limit];
    const limit: Partial<Record<LimitKind, Clock>> = old ? { [ref.limit]: next(old) } : {};
    return { ...state, limits: { ...state.limits, ...limit } };
  }
  const old = state.rows[ref.row]?.clock;
  return old ? { ...state, rows: replace(state.rows, ref.row, { clock: next(old) }) } : state;
}
