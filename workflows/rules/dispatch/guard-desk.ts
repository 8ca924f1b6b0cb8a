import { satisfies } from '../chain/steps.ts';
import type { Actor } from '../people.ts';
import type { Act } from './command.ts';
import type { Guard } from './guard.ts';
import { handledBy, notInHand } from './handled.ts';
import { directsInOwnName, isClerk, isLeader, owns, whoDoes } from './owners.ts';
import { type Refusal, refuse } from './refusal.ts';
import { finishedLeads, mayStillReopen } from './reopen.ts';
import { isInHand, isOpen } from './row.ts';
import { answerMissing, type DispatchState, type DispatchStatus } from './state.ts';

/** Acts on the dispatch as a whole (flows.md §2.1). */
export const DESK_GUARDS = {
  enterPaper: (state, actor) => atDesk(state, actor, 'I2', 'none'),
  refuse: (state, actor) => atDesk(state, actor, 'I3', 'arrived'),
  register: (state, actor) => atDesk(state, actor, 'I4', 'arrived'),
  link: (state, actor) => atDesk(state, actor, 'I-R3', 'arrived'),
  discard: (state, actor) => atDesk(state, actor, 'I-R3', 'arrived'),
  attachCopy: (state, actor) => {
    if (!isClerk(actor)) return refuse('I-R3', 'notClerk');
    return state.registration ? undefined : wrongStatus(state, 'I-R3');
  },
  undoRegistration: (state, actor) => atDesk(state, actor, 'I5', 'registered'),
  present: (state, actor) => {
    if (!isClerk(actor) && !satisfies(actor, whoDoes(state, 'present', 'chiefOfOffice'), [])) {
      return refuse('I6', 'notPresenter');
    }
    // A direct hand-over that came back lies on the clerks' desk again and can still go to a leader.
    const desk = state.rows[0];
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
    if (envelope?.dueOn !== undefined || (envelope?.steering ?? 0) !== 0)
      return refuse('I10', 'answerAwaited');
    if (answerMissing(state)) return refuse('I9', 'replyMissing');
    return state.rows.some((row) => row.id !== 0 && isOpen(row) && row.role !== 'inform')
      ? refuse('I10', 'workOpen')
      : undefined;
  },
  reopen: (state, actor, _row, at) => {
    if (state.status !== 'completed') return refuse('I11', 'wrongStatus', { status: state.status });
    if (isLeader(actor)) return undefined;
    if (!finishedLeads(state).some((row) => owns(actor, row))) return refuse('I11', 'notLead');
    return mayStillReopen(state, at) ? undefined : refuse('I11', 'reopenTooLate');
  },
  returnToSender: (state, actor) => {
    if (!isClerk(actor)) return refuse('I13', 'notClerk');
    if (state.rows.length > 1) return refuse('I13', 'alreadyForwarded');
    if (state.status !== 'registered' && state.status !== 'presented') return wrongStatus(state, 'I13');
    return state.rows[0]?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined;
  },
} as const satisfies Partial<Record<Act['kind'], Guard>>;

/** Too late, and by whom (U-5), or too early. */
function wrongStatus(state: DispatchState, rule: string): Refusal {
  const { status, rows } = state;
  const last = status === 'presented' ? rows[0] : rows.findLast((row) => row.parent === 0);
  return (
    handledBy(last?.assignedBy, last?.assignedAt, 'forwarded') ?? refuse(rule, 'wrongStatus', { status })
  );
}

/** The clerk's desk, or whoever the chain names for registering; a second clerk is told that it is done (U-5). */
function atDesk(
  state: DispatchState,
  actor: Actor,
  rule: string,
  status: DispatchStatus,
): Refusal | undefined {
  if (!isClerk(actor) && !satisfies(actor, whoDoes(state, 'register', 'clerk'), [])) {
    return refuse(rule, 'notClerk');
  }
  if (state.status === status) return undefined;
  const { registration, rows } = state;
  const desk = rows[0];
  if (status !== 'arrived' || (state.status !== 'registering' && state.status !== 'registered') || !desk) {
    return wrongStatus(state, rule);
  }
  const by = 'name' in desk.assignedBy ? desk.assignedBy.name : '';
  const data = { by, at: desk.assignedAt };
  return registration
    ? refuse('I-R3', 'alreadyRegistered', { ...data, number: registration.number })
    : refuse('I-R3', 'beingRegistered', data);
}

/** LĐCQ as the chain names them, or an assistant who enters the leader's words, while row 0 is in hand. */
function directing(state: DispatchState, actor: Actor, rule: string): Refusal | undefined {
  const row = state.rows[0];
  const assistant = actor.roles.includes('assistant') || actor.roles.includes('chiefOfOffice');
  if (!directsInOwnName(state, actor) && !(assistant && rule === 'I7')) return refuse(rule, 'notLeader');
  if (!row || (row.receiver.kind === 'step' && isInHand(row)))
    return refuse(rule, 'wrongStatus', { status: state.status });
  return notInHand(state, row, rule);
}
