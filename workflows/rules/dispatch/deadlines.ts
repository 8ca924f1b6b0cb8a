import { type Facts, holds, stepFor } from '../chain/steps.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import { dateOf, dayOf } from '../working-time/days.ts';
import type { Deadline, DeadlineUnit, DueRule } from '../working-time/deadline.ts';
import { deadlineFor } from '../working-time/due-at.ts';
import { isComputed } from '../working-time/recalculate.ts';
import { closeOf, nthWorkingDay } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';
import type { Envelope, Priority } from './envelope.ts';
import { askToConfirm, type Refusal, refuse } from './refusal.ts';
import type { DispatchState } from './state.ts';

const DEFAULT_SETTLEMENT: DueRule = { kind: 'workingDays', days: 5 };

/** T-10: what the law leaves for registering, presenting and handing over, by urgency. */
export function legalLimit(priority: Priority): DueRule {
  if (priority >= 3) return { kind: 'realMinutes', minutes: 15 };
  return priority >= 1 ? { kind: 'workingMinutes', minutes: 60 } : { kind: 'workingDays', days: 1 };
}

/** The facts that conditions of a chain look at. */
export function factsOf(state: DispatchState): Facts {
  const told = asTold(state);
  return {
    type: told?.type ?? '',
    priority: String(told?.priority ?? 0),
    sender: state.envelope?.sender ?? '',
    field: told?.field ?? '',
  };
}

export function priorityOf(state: DispatchState): Priority {
  return asTold(state)?.priority ?? 0;
}

/** What the clerk wrote, or before that what came. */
function asTold({ registration, pendingRegistration, envelope }: DispatchState) {
  return registration ?? pendingRegistration ?? envelope;
}

/**
 * The deadline that an actor asked for, counted from the act. Under hỏa tốc all hours count (T-9); an instant
 * that is a close of work is a deadline by the day.
 */
export function askedDeadline(state: DispatchState, calendar: Calendar, due: DueRule, at: Instant): Deadline {
  const real: DueRule =
    due.kind === 'workingMinutes' && priorityOf(state) >= 3
      ? { kind: 'realMinutes', minutes: due.minutes }
      : due;
  const unit = due.kind === 'at' ? unitOf(calendar, due.instant) : undefined;
  return inItsTime(state, deadlineFor(calendar, real, at, unit));
}

function unitOf(calendar: Calendar, instant: Instant): DeadlineUnit {
  return closeOf(calendar, dayAt(calendar, instant)) === instant ? 'day' : 'workingMinute';
}

/** T-9: the time until a date given under hỏa tốc passes on days off too. */
function inItsTime(state: DispatchState, deadline: Deadline): Deadline {
  const given = !isComputed(deadline.rule);
  return given && priorityOf(state) >= 3 ? { ...deadline, unit: 'realMinute' } : deadline;
}

/** T-11 (2)–(4): the settlement deadline at registration, before a leader says otherwise; counted from receipt. */
export function settlementDeadline(state: DispatchState, calendar: Calendar, received: Instant): Deadline {
  const dueOn = state.envelope?.dueOn;
  if (dueOn !== undefined) {
    const date = ownShareOf(calendar, dueOn, received);
    return inItsTime(state, deadlineFor(calendar, { kind: 'byEndOf', date }, received));
  }
  const facts = factsOf(state);
  const special = state.chain?.settlement.find((rule) => holds(rule.when, facts));
  const step = state.chain && stepFor(state.chain, 'settle', facts);
  return askedDeadline(state, calendar, special?.due ?? step?.due ?? DEFAULT_SETTLEMENT, received);
}

/** one working day is kept back from the sender's date when at least three remain. */
function ownShareOf(calendar: Calendar, dueOn: string, received: Instant): string {
  const day = dayOf(dueOn);
  const receivedDay = dayAt(calendar, received);
  const enough = nthWorkingDay(calendar, receivedDay, 3) <= day;
  return enough ? dateOf(nthWorkingDay(calendar, day, -1)) : dueOn;
}

/** The end of the date that the sender gave: nobody sets a later one. */
function givenFromAbove(state: DispatchState, calendar: Calendar): Instant | undefined {
  const dueOn = state.envelope?.dueOn;
  return dueOn === undefined ? undefined : closeOf(calendar, dayOf(dueOn));
}

/** What a new deadline is held against. */
export interface Bounds {
  /** Deadline of the row above, unless the new one replaces it. */
  readonly own: Instant | undefined;
  /** The date is a leader's, who may confirm a later one. */
  readonly leader: boolean;
  readonly confirmed: boolean;
}

/**
 * Refuses a deadline that the rules do not allow.
 * T-11: later than the parent's only when a leader confirms; X-7: never later than the date given from above,
 * unless that has passed; a deadline already past is refused as a slip of the pen.
 */
export function deadlineFault(
  state: DispatchState,
  calendar: Calendar,
  due: Instant,
  at: Instant,
  { own, leader, confirmed }: Bounds,
): Refusal | undefined {
  if (due <= at) return refuse('T-11', 'deadlinePast', { due });
  const given = givenFromAbove(state, calendar);
  // A date that has passed bounds no more, or nothing late could get a new deadline.
  if (given !== undefined && given > at && due > given) {
    return refuse('X-7', 'deadlineAboveGiven', { due, given });
  }
  if (own === undefined || due <= own || (leader && confirmed)) return undefined;
  return leader
    ? askToConfirm('T-11', 'deadlineLater', 'confirmLater', { due, own })
    : refuse('T-11', 'deadlineLater', { due, own });
}

/** Receipt date of an envelope must not lie before the document's own date (I4). */
export function arrivedBefore(
  calendar: Calendar,
  arrivedAt: Instant,
  issuedOn: Envelope['issuedOn'],
): boolean {
  return dayAt(calendar, arrivedAt) < dayOf(issuedOn);
}
