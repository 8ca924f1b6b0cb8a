import type { RegisterEntry, RegisterLine } from '../../store/registers/register-line.model.ts';
import { codeOf } from '../../workflows/rules/dispatch/envelope.ts';
import type { Event, EventOf } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import { searched } from './shown.ts';

/** What the events write into the registers of their agency, in order (PL IV). */
export function registerEntries(state: DispatchState, events: readonly Event[]): readonly RegisterEntry[] {
  return events.flatMap((event) => entryOf(state, events, event));
}

function entryOf(state: DispatchState, events: readonly Event[], event: Event): RegisterEntry[] {
  const { registration: own } = state;
  switch (event.kind) {
    case 'registered':
      return newLine(state, events, event);
    case 'registrationUndone':
      return [{ _id: lineId(state, event), set: { mark: 'void', reason: event.reason }, copies: 0 }];
    case 'refused':
      return own
        ? [{ _id: lineId(state, own), set: { mark: 'returned', reason: event.text }, copies: 0 }]
        : [];
    case 'copyAttached':
      return own ? [{ _id: lineId(state, own), set: {}, copies: 1 }] : [];
    case 'assigned': {
      if (!own || event.parent !== 0) return [];
      const assignees = event.rows.map(({ receiver }) => receiver.name);
      return [{ _id: lineId(state, own), set: { assignees, assignedAt: event.at }, copies: 0 }];
    }
    default:
      return [];
  }
}

/** The form is that of the registration which asked for this number; an undone one is no longer in the state. */
function newLine(
  state: DispatchState,
  events: readonly Event[],
  event: EventOf<'registered'>,
): RegisterEntry[] {
  const asked = events.findLast(
    (one): one is EventOf<'registrationAsked'> =>
      one.kind === 'registrationAsked' && one.revision < event.revision,
  );
  const form = asked?.form ?? state.registration;
  if (!form) return [];
  const { register, year, author, issuedOn, type, subject, note } = form;
  const { number } = event;
  const line = {
    ...{ agency: state.agency, register, year, number, dispatch: state.id },
    ...{ source: state.envelope?.source ?? 'paper', arrivedAt: state.arrivedAt ?? event.at },
    ...{ author, code: codeOf(form), issuedOn, type, subject, note },
    search: searched(form),
  };
  return [{ _id: lineId(state, { register, year, number }), set: line, copies: 0 }];
}

function lineId(
  { agency }: DispatchState,
  { register, year, number }: Pick<RegisterLine, 'register' | 'year' | 'number'>,
): string {
  return `${agency}/${register}/${year}/${number}`;
}
