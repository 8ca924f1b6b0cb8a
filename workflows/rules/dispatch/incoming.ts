import { dateOf, isCivilDate, yearIn } from '../working-time/days.ts';
import { deadlineFor } from '../working-time/due-at.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import { dayAt } from '../working-time/zone.ts';
import { stepFor } from '../chain/steps.ts';
import {
  askedDeadline,
  arrivedBefore,
  factsOf,
  legalLimit,
  priorityOf,
  settlementDeadline,
} from './deadlines.ts';
import type { CommandOf } from './command.ts';
import { type Draft, draft, follow, record } from './draft.ts';
import type { Duplicate, RegistrationForm } from './envelope.ts';
import type { Event } from './event.ts';
import { deskFor } from './owners.ts';
import { askToConfirm, type Refusal, refuse } from './refusal.ts';
import type { DispatchState } from './state.ts';
import { lengthFault, reasonFault } from './texts.ts';

type Answer = readonly Event[] | Refusal;

/** I1, I-R1, I-R7. */
export function arrive(state: DispatchState, command: CommandOf<'arrive'>, at: Instant): Answer {
  const { envelope, calendar, chain } = command;
  if (envelope.to !== state.agency) return refuse('I1', 'wrongAddressee', { to: envelope.to });
  const decision = draft(state, command.by, at);
  if (state.status !== 'none') {
    record(decision, { kind: 'repeatReceived' });
    return decision.events;
  }
  // State secrets must not enter: of the document only its envelope stays (I-R7).
  const kept = envelope.secrecy === 0 ? envelope : { ...envelope, files: [] };
  const limit = deadlineFor(calendar, legalLimit(envelope.priority), at);
  const desk = deskFor({ ...state, envelope, chain }, 'register', 'clerk');
  record(decision, { kind: 'arrived', envelope: kept, calendar, chain, desk, limit });
  if (envelope.secrecy !== 0) {
    follow(decision, { kind: 'refused', reason: 'secret', text: '', consent: undefined });
  }
  return decision.events;
}

/** I2 */
export function enterPaper(state: DispatchState, command: CommandOf<'enterPaper'>, at: Instant): Answer {
  const { envelope, calendar, chain, form } = command;
  if (envelope.to !== state.agency) return refuse('I2', 'wrongAddressee', { to: envelope.to });
  if (envelope.source !== 'paper') return refuse('I2', 'notPaper');
  const decision = draft(state, command.by, at);
  const desk = deskFor({ ...state, envelope, chain }, 'register', 'clerk');
  record(decision, { kind: 'paperEntered', envelope, calendar, chain, desk });
  return ask(decision, calendar, chain, form, command) ?? decision.events;
}

/** I4 */
export function register(state: DispatchState, command: CommandOf<'register'>, at: Instant): Answer {
  const decision = draft(state, command.by, at);
  if (!state.calendar) return refuse('I4', 'wrongStatus', { status: state.status });
  return ask(decision, state.calendar, command.chain, command.form, command) ?? decision.events;
}

function ask(
  decision: Draft,
  calendar: Calendar,
  chain: CommandOf<'register'>['chain'],
  form: RegistrationForm,
  answer: { readonly duplicates: readonly Duplicate[]; readonly newDespiteDuplicate?: string },
): Refusal | undefined {
  const fault = formFault(form) ?? duplicateFault(answer.duplicates, answer.newDespiteDuplicate);
  if (fault) return fault;
  const arrivedAt = decision.state.arrivedAt ?? decision.at;
  if (arrivedBefore(calendar, arrivedAt, form.issuedOn)) {
    return refuse('I4', 'issuedAfterArrival', { field: 'issuedOn' });
  }
  // The series is that of the year of registration (I-R2).
  const year = yearIn(dateOf(dayAt(calendar, decision.at)));
  record(decision, {
    kind: 'registrationAsked',
    form: { ...form, year },
    chain,
    newDespiteDuplicate: answer.duplicates.length > 0 ? answer.newDespiteDuplicate : undefined,
  });
  return undefined;
}

const REQUIRED = ['register', 'type', 'author', 'codeNumber', 'codeNotation', 'issuedOn', 'subject'] as const;

function formFault(form: RegistrationForm): Refusal | undefined {
  const missing = REQUIRED.find((field) => form[field].trim() === '');
  if (missing) return refuse('I4', 'fieldMissing', { field: missing });
  if (!isCivilDate(form.issuedOn)) return refuse('I4', 'fieldMissing', { field: 'issuedOn' });
  return lengthFault('I4', 'subject', form.subject, 1, 500);
}

/** I-R3: a likely copy is registered anew only with a reason. */
function duplicateFault(found: readonly Duplicate[], reason: string | undefined): Refusal | undefined {
  const first = found[0];
  if (!first) return undefined;
  if (reason === undefined) {
    return askToConfirm('I-R3', 'duplicate', 'newDespiteDuplicate', {
      number: first.number,
      year: first.year,
    });
  }
  return reasonFault('I-R3', reason);
}

/** I4, second half: the world gave the number. An answer that comes twice changes nothing. */
export function numberAllocated(
  state: DispatchState,
  command: CommandOf<'numberAllocated'>,
  at: Instant,
): Answer {
  const { calendar } = state;
  if (state.status !== 'registering' || !calendar) return [];
  const decision = draft(state, command.by, at);
  const arrivedAt = state.arrivedAt ?? at;
  // Urgent: registering, presenting and handing over share one limit from the arrival (T-10).
  const urgent = priorityOf(state) > 0;
  record(decision, {
    kind: 'registered',
    number: command.number,
    deadline: settlementDeadline(state, calendar, arrivedAt),
    limit: deadlineFor(calendar, legalLimit(priorityOf(state)), urgent ? arrivedAt : at),
    desk: deskFor(state, 'present', 'chiefOfOffice'),
  });
  return decision.events;
}

/** I5: the number stays in the register as "bỏ trống" and is never given again. */
export function undoRegistration(
  state: DispatchState,
  command: CommandOf<'undoRegistration'>,
  at: Instant,
): Answer {
  const { calendar, registration } = state;
  const fault = reasonFault('I5', command.reason);
  if (fault) return fault;
  if (!calendar || !registration) return refuse('I5', 'wrongStatus', { status: state.status });
  const decision = draft(state, command.by, at);
  const { number, year, register: series } = registration;
  record(decision, {
    kind: 'registrationUndone',
    number,
    year,
    register: series,
    reason: command.reason.trim(),
    desk: deskFor({ ...state, registration: undefined }, 'register', 'clerk'),
    limit: deadlineFor(calendar, legalLimit(priorityOf(state)), at),
  });
  return decision.events;
}

/** I3 */
export function refuseArrival(state: DispatchState, command: CommandOf<'refuse'>, at: Instant): Answer {
  return sendBack('I3', state, command, at, undefined);
}

/** I13: with the leader's consent; the number stays, marked "trả lại". */
export function returnToSender(
  state: DispatchState,
  command: CommandOf<'returnToSender'>,
  at: Instant,
): Answer {
  return sendBack('I13', state, command, at, command.consent);
}

function sendBack(
  rule: string,
  state: DispatchState,
  command: CommandOf<'refuse' | 'returnToSender'>,
  at: Instant,
  consent: CommandOf<'returnToSender'>['consent'] | undefined,
): Answer {
  const fault = reasonFault(rule, command.text);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'refused', reason: command.reason, text: command.text.trim(), consent });
  return decision.events;
}

/** I-R3: the copy takes no number of its own. */
export function link(state: DispatchState, command: CommandOf<'link'>, at: Instant): Answer {
  if (command.to.dispatch === state.id) return refuse('I-R3', 'linkToItself');
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'linked', to: command.to });
  return decision.events;
}

/** I-R3: bỏ. */
export function discard(state: DispatchState, command: CommandOf<'discard'>, at: Instant): Answer {
  const fault = reasonFault('I-R3', command.reason);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'discarded', reason: command.reason.trim() });
  return decision.events;
}

/** I-R3: a copy that is told again asks for the status again, unless it only goes round between linked records. */
export function attachCopy(state: DispatchState, command: CommandOf<'attachCopy'>, at: Instant): Answer {
  if (state.status === 'none') return refuse('I-R3', 'wrongStatus', { status: state.status });
  if (state.linkedTo && command.from && state.axisCopies.includes(command.from)) return [];
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'copyAttached', source: command.source, from: command.from });
  return decision.events;
}

/** I6: starts the leader's limit for directing. */
export function present(state: DispatchState, command: CommandOf<'present'>, at: Instant): Answer {
  const fault = lengthFault('I6', 'opinion', command.opinion, 0, 2000);
  if (fault) return fault;
  const { calendar } = state;
  if (!calendar) return refuse('I6', 'wrongStatus', { status: state.status });
  const decision = draft(state, command.by, at);
  record(decision, {
    kind: 'presented',
    leader: command.leader,
    opinion: command.opinion.trim(),
    limit: directingLimit(state, calendar, at),
  });
  return decision.events;
}

function directingLimit(state: DispatchState, calendar: Calendar, at: Instant): Deadline {
  const due = state.chain && stepFor(state.chain, 'direct', factsOf(state))?.due;
  const priority = priorityOf(state);
  return askedDeadline(state, calendar, priority > 0 || !due ? legalLimit(priority) : due, at);
}
