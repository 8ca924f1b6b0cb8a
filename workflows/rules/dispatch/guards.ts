import { satisfies } from '../chain/steps.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import { nthWorkingDay } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';
import { childrenOf } from './branch.ts';
import type { Act } from './command.ts';
import { assigns, isClerk, isLeader, owns, whoDoes } from './owners.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isInHand, isOpen, type Row } from './row.ts';
import { type DispatchState, type DispatchStatus, isFinal } from './state.ts';

type Guard = (state: DispatchState, actor: Actor, row: Row | undefined, at: Instant) => Refusal | undefined;

/**
 * May this actor do this act now, whatever the form says? The same answer draws the buttons and guards the act.
 * @param row the receiver row that the act is about, for acts on rows
 */
export function guard(
  state: DispatchState,
  actor: Actor,
  kind: Act['kind'],
  row: Row | undefined,
  at: Instant,
): Refusal | undefined {
  if (actor.agency !== state.agency) return refuse('U-3', 'notYours');
  if (isFinal(state) && kind !== 'reopen' && kind !== 'attachCopy') {
    return refuse('P-3', 'dispatchClosed', { status: state.status });
  }
  return GUARDS[kind](state, actor, row, at);
}

const GUARDS: Record<Act['kind'], Guard> = {
  enterPaper: (state, actor) => atDesk(state, actor, 'I2', 'none'),
  refuse: (state, actor) => atDesk(state, actor, 'I3', 'arrived'),
  register: (state, actor) => atDesk(state, actor, 'I4', 'arrived'),
  link: (state, actor) => atDesk(state, actor, 'I-R3', 'arrived'),
  discard: (state, actor) => atDesk(state, actor, 'I-R3', 'arrived'),
  attachCopy: (state, actor) =>
    isClerk(actor) && state.registration ? undefined : refuse('I-R3', 'notClerk'),
  undoRegistration: (state, actor) => atDesk(state, actor, 'I5', 'registered'),
  present: (state, actor) => {
    const desk = state.rows[0];
    if (!isClerk(actor) && !satisfies(actor, whoDoes(state, 'present', 'chiefOfOffice'), [])) {
      return refuse('I6', 'notPresenter');
    }
    // A direct hand-over that came back lies on the clerks' desk again and can still go to a leader.
    if (state.status === 'registered') return undefined;
    return desk?.receiver.kind === 'step' && isInHand(desk) && state.registration
      ? undefined
      : wrongStatus(state, 'I6');
  },
  direct: (state, actor) => directing(state, actor, 'I7'),
  passOn: (state, actor) => {
    if (!isClerk(actor)) return refuse('I7b', 'notClerk');
    if (state.status !== 'registered') return wrongStatus(state, 'I7b');
    const type = state.registration?.type ?? '';
    return state.chain?.passOnTypes.includes(type) ? undefined : refuse('I7b', 'typeNotPassedOn', { type });
  },
  settle: (state, actor) => {
    const refusal = directing(state, actor, 'I10');
    if (refusal) return refusal;
    const { envelope } = state;
    if (envelope?.dueOn !== undefined || (envelope?.steering ?? 0) !== 0) return refuse('I10', 'answerAwaited');
    if (envelope?.replyRequired && state.replies.length === 0) return refuse('I9', 'replyMissing');
    return state.rows.some((row) => row.id !== 0 && isOpen(row) && row.role !== 'inform')
      ? refuse('I10', 'workOpen')
      : undefined;
  },
  reopen: (state, actor, _row, at) => {
    if (state.status !== 'completed') return wrongStatus(state, 'I11');
    if (isLeader(actor)) return undefined;
    const own = firstLevelLeads(state).some((row) => owns(actor, row));
    if (!own) return refuse('I11', 'notLead');
    return withinReopening(state, at) ? undefined : refuse('I11', 'reopenTooLate');
  },
  returnToSender: (state, actor) => {
    if (!isClerk(actor)) return refuse('I13', 'notClerk');
    if (state.status !== 'registered' && state.status !== 'presented') return wrongStatus(state, 'I13');
    return state.rows.length > 1 ? refuse('I13', 'alreadyForwarded') : undefined;
  },
  accept: (state, actor, row) =>
    owned(actor, row, 'I8', (own) =>
      state.status !== 'assigned' || own.role !== 'lead' ? refuse('I8', 'alreadyStarted') : inHand(own, 'I8'),
    ),
  report: (_state, actor, row) =>
    owned(actor, row, 'I8', (own) =>
      own.role === 'inform' || own.id === 0 ? refuse('I8', 'informOnly') : working(own, 'I8'),
    ),
  forward: (_state, actor, row) =>
    owned(actor, row, 'R1', (own) => (own.id === 0 ? refuse('R1', 'directInstead') : inHand(own, 'R1'))),
  complete: (_state, actor, row) =>
    owned(actor, row, 'R2', (own) => (own.id === 0 ? refuse('R2', 'settleInstead') : working(own, 'R2'))),
  giveBack: (_state, actor, row) =>
    owned(actor, row, 'R4', (own) => {
      if (own.id === 0) return refuse('R4', 'noForwarder');
      return own.role === 'inform' ? refuse('R4', 'informCannotReturn') : inHand(own, 'R4');
    }),
  withdraw: (state, actor, row) => assignedBy(state, actor, row, 'R7'),
  read: (_state, actor, row) => owned(actor, row, 'R8', (own) => (own.id === 0 ? notThere('R8') : undefined)),
  changeRow: (state, actor, row) =>
    assignedBy(state, actor, row, 'R9') ?? (row?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined),
  claim: (_state, actor, row) => {
    if (row?.receiver.kind !== 'unit' || row.receiver.unit !== actor.unit) return refuse('R10', 'notYourUnit');
    if (row.claimedBy) return refuse('R10', 'alreadyClaimed', { by: row.claimedBy.name });
    return ended(row) ?? inHand(row, 'R10');
  },
  release: (_state, actor, row) => {
    if (!row?.claimedBy) return refuse('R10', 'notClaimed');
    return row.claimedBy.post === actor.post || owns(actor, row)
      ? (ended(row) ?? inHand(row, 'R10'))
      : refuse('R10', 'claimedByOther', { by: row.claimedBy.name });
  },
  suspend: (state, actor, row) =>
    pausing(state, actor, row) ?? (row?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined),
  resume: (state, actor, row) =>
    pausing(state, actor, row) ??
    (row?.suspended?.root === row?.id ? undefined : refuse('T-13', 'notSuspendedHere')),
};

function parentSuspended(state: DispatchState, row: Row): Refusal | undefined {
  const parent = row.parent === undefined ? undefined : state.rows[row.parent];
  return parent?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined;
}

function notThere(rule: string): Refusal {
  return refuse(rule, 'noSuchRow');
}

function wrongStatus(state: DispatchState, rule: string): Refusal {
  return refuse(rule, 'wrongStatus', { status: state.status });
}

/** The clerk's desk, or whoever the chain names for registering; a second clerk is told that it is done (U-5). */
function atDesk(state: DispatchState, actor: Actor, rule: string, status: DispatchStatus): Refusal | undefined {
  if (!isClerk(actor) && !satisfies(actor, whoDoes(state, 'register', 'clerk'), [])) {
    return refuse(rule, 'notClerk');
  }
  if (state.status === status) return undefined;
  if (status === 'arrived' && state.registration) {
    return refuse('I-R3', 'alreadyRegistered', { number: state.registration.number });
  }
  return wrongStatus(state, rule);
}

/** LĐCQ as the chain names them, or an assistant who enters the leader's words, while row 0 is in hand. */
function directing(state: DispatchState, actor: Actor, rule: string): Refusal | undefined {
  const row = state.rows[0];
  const assistant = actor.roles.includes('assistant') || actor.roles.includes('chiefOfOffice');
  if (!satisfies(actor, whoDoes(state, 'direct', 'leader'), []) && !(assistant && rule === 'I7')) {
    return refuse(rule, 'notLeader');
  }
  if (!row || row.receiver.kind === 'step') return wrongStatus(state, rule);
  return inHand(row, rule);
}

function owned(
  actor: Actor,
  row: Row | undefined,
  rule: string,
  then: (row: Row) => Refusal | undefined,
): Refusal | undefined {
  if (!row) return notThere(rule);
  if (!owns(actor, row)) return refuse(rule, 'notRowOwner');
  return ended(row) ?? then(row);
}

function assignedBy(state: DispatchState, actor: Actor, row: Row | undefined, rule: string): Refusal | undefined {
  if (!row || row.id === 0) return notThere(rule);
  if (!assigns(state, actor, row)) return refuse(rule, 'notAssigner');
  return ended(row) ?? parentSuspended(state, row);
}

function pausing(state: DispatchState, actor: Actor, row: Row | undefined): Refusal | undefined {
  if (!row || (row.id === 0 && row.receiver.kind === 'step')) return notThere('T-13');
  if (!assigns(state, actor, row)) return refuse('T-13', 'notAssigner');
  return ended(row) ?? parentSuspended(state, row);
}

/** U-5: who was first, and when. */
function ended(row: Row): Refusal | undefined {
  if (isOpen(row)) return undefined;
  const by = row.finishedBy && 'name' in row.finishedBy ? row.finishedBy.name : '';
  return refuse('U-5', 'alreadyHandled', { by, at: row.finishedAt ?? 0, state: row.state });
}

function inHand(row: Row, rule: string): Refusal | undefined {
  if (row.state === 'suspended') return refuse('P-3', 'rowSuspended');
  return isInHand(row) ? undefined : refuse(rule, 'notInHand', { state: row.state });
}

function working(row: Row, rule: string): Refusal | undefined {
  return row.state === 'forwarded' ? undefined : inHand(row, rule);
}

/** The lead rows that a leader assigned last. */
export function firstLevelLeads(state: DispatchState): readonly Row[] {
  const round = state.rows[0]?.rounds;
  return childrenOf(state, 0).filter((row) => row.role === 'lead' && row.round === round);
}

function withinReopening(state: DispatchState, at: Instant): boolean {
  const { calendar, completedAt } = state;
  if (!calendar || completedAt === undefined) return false;
  return dayAt(calendar, at) <= nthWorkingDay(calendar, dayAt(calendar, completedAt), 5);
}
