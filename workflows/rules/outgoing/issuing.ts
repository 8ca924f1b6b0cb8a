import { authorityFor } from '../authority/authority.ts';
import { isRefusal, type Refusal, refuse } from '../dispatch/refusal.ts';
import { reasonFault } from '../dispatch/texts.ts';
import type { Instant } from '../working-time/calendar.ts';
import { dateOf } from '../working-time/days.ts';
import { dayAt } from '../working-time/zone.ts';
import { openStep } from './advance.ts';
import type { OutgoingCommandOf } from './command.ts';
import { signingLimits } from './deadlines.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import type { OutgoingState } from './state.ts';
import { stepsOf } from './steps.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/** O7: by authority held at this instant (D-2), and only the file that was approved. */
export function sign(state: OutgoingState, command: OutgoingCommandOf<'sign'>, at: Instant): Answer {
  const { calendar, content, approvedHash, drafter } = state;
  const { task, records, hash, by } = command;
  if (!calendar || !content) return refuse('O7', 'wrongStatus', { status: state.status });
  if (hash !== approvedHash) return refuse('O7', 'fileChanged');
  const authority = authorityFor(records, by, content, at);
  if (isRefusal(authority)) return authority;
  // Nobody signs their own draft but a head who is alone.
  if (by.person === drafter?.person && authority.form !== 'head') {
    return refuse('O7', 'ownDraft', { name: by.name });
  }
  const decision = begin(state, by, at);
  const limits = signingLimits(content.priority, calendar, at);
  record(decision, { kind: 'signed', task, authority, hash, limits });
  return decision.events;
}

/** O9: the year of the series is that of the act. */
export function number(state: OutgoingState, command: OutgoingCommandOf<'number'>, at: Instant): Answer {
  const { series, notation } = command;
  if (!state.calendar) return refuse('O9', 'wrongStatus', { status: state.status });
  if (notation.trim() === '') return refuse('O9', 'fieldMissing', { field: 'codeNotation' });
  const decision = begin(state, command.by, at);
  const year = Number(dateOf(dayAt(state.calendar, at)).slice(0, 4));
  record(decision, { kind: 'numberAsked', series, year, notation: notation.trim() });
  return decision.events;
}

/** O9, second half: the world gave the number. An answer that comes twice changes nothing. */
export function numberAllocated(
  state: OutgoingState,
  command: OutgoingCommandOf<'numberAllocated'>,
  at: Instant,
): readonly OutgoingEvent[] {
  if (state.status !== 'numbering') return [];
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'numbered', number: command.number });
  return decision.events;
}

/** O12: the number stays in the register as "hủy"; the draft goes to its signer again. */
export function voidNumber(
  state: OutgoingState,
  command: OutgoingCommandOf<'voidNumber'>,
  at: Instant,
): Answer {
  const { reason, consent } = command;
  const fault = reasonFault('O12', reason);
  if (fault) return fault;
  if (!state.number) return refuse('O12', 'wrongStatus', { status: state.status });
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'numberVoided', number: state.number, reason: reason.trim(), consent });
  openStep(
    decision,
    stepsOf(state).find(({ act }) => act === 'sign'),
  );
  return decision.events;
}

/** O11 */
export function issue(
  state: OutgoingState,
  command: OutgoingCommandOf<'issue'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'issued', recipients: state.content?.recipients ?? [] });
  return decision.events;
}

/** Number and notation as printed (ND30 PL I): below ten with a nought before it. */
export function codeOf({ number, notation }: { readonly number: number; readonly notation: string }): string {
  return `${String(number).padStart(2, '0')}/${notation}`;
}
