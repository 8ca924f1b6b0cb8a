import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import type { InboxLine } from '../../store/dispatches/row.model.ts';
import { reminderAt } from '../../workflows/rules/dispatch/clocks.ts';
import { codeOf } from '../../workflows/rules/dispatch/envelope.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { holderUnit } from '../../workflows/rules/dispatch/owners.ts';
import { isInHand, isOpen, type Row } from '../../workflows/rules/dispatch/row.ts';
import { type DispatchState, isFinal, LIMITS } from '../../workflows/rules/dispatch/state.ts';
import { yearIn } from '../../workflows/rules/working-time/days.ts';
import { concernsOf, holdersOf, readersOf } from '../../workflows/rules/permission/keys.ts';
import { cameAs, searched, shownOf } from './shown.ts';
import { touchedRows } from './touched.ts';

/** The dispatch as lists and registers show it. */
export function dispatchLine(state: DispatchState): Omit<Dispatch, 'hash'> {
  const { registration, completedAt } = state;
  const { source, sender, documentId, files } = cameAs(state);
  const first = state.rows.filter((row) => row.parent === 0);
  const dueAt = state.rows[0]?.clock?.deadline.due;
  return {
    _id: state.id,
    agency: state.agency,
    revision: state.revision,
    status: state.status,
    ...{ source, sender, documentId, files },
    ...documentOf(state),
    arrivedAt: state.arrivedAt ?? 0,
    ...(registration && {
      register: registration.register,
      year: registration.year,
      number: registration.number,
    }),
    ...(dueAt !== undefined && { dueAt }),
    limits: openLimits(state),
    assignees: first.map((row) => row.receiver.name),
    ...(first[0] && { assignedAt: first[0].assignedAt }),
    ...(completedAt !== undefined && { completedAt }),
    readers: readersOf(state),
  };
}

function documentOf(state: DispatchState) {
  const shown = shownOf(state);
  const { author, codeNumber, codeNotation, issuedOn, type, subject, priority } = shown;
  return {
    ...{ author, codeNumber, codeNotation, issuedOn, type, subject, priority },
    issuedYear: yearIn(issuedOn),
    search: searched(shown),
  };
}

/** The rows that the events touched, as inboxes show them. */
export function inboxLines(state: DispatchState, events: readonly Event[]): readonly InboxLine[] {
  const touched = touchedRows(state, events);
  return state.rows.filter((row) => touched.has(row.id)).map((row) => inboxLine(state, row));
}

function inboxLine(state: DispatchState, row: Row): InboxLine {
  const { registration, agency, id, status } = state;
  const open = isOpen(row) && !isFinal(state);
  const shown = shownOf(state);
  const { subject, author, priority } = shown;
  return {
    _id: `${id}/${row.id}`,
    ...{ agency, dispatch: id, row: row.id },
    holders: holdersOf(agency, row),
    concerns: concernsOf(state, row),
    open,
    counted: row.role !== 'inform' && (row.id !== 0 || (open ? isInHand(row) : row.completion === 'own')),
    ...{ state: row.state, role: row.role, status },
    ...due(state, row),
    ...held(row),
    ...moments(row),
    ...{ code: codeOf(shown), subject, author, priority },
    ...(registration && { number: registration.number }),
  };
}

/** In whose hands it is. */
function held(row: Row): Pick<InboxLine, 'unitRow' | 'claimed' | 'unit' | 'person' | 'holder'> {
  const { receiver, claimedBy } = row;
  const unit = holderUnit(row);
  return {
    ...(receiver.kind === 'unit' && { unitRow: receiver.unit }),
    claimed: claimedBy !== undefined,
    ...(unit && { unit }),
    ...(receiver.kind === 'post' && { person: receiver.person }),
    holder: claimedBy?.name ?? receiver.name,
  };
}

/** From its assignment to its end. */
function moments({ assignedBy, assignedAt, readAt, finishedAt, completion }: Row) {
  return {
    assignedBy: 'name' in assignedBy ? assignedBy.name : '',
    assignedAt,
    ...(readAt !== undefined && { readAt }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(completion && { completion }),
  };
}

/** Before work is assigned the running limit is what row 0 is late by; afterwards its deadline is. */
function due(state: DispatchState, row: Row): Pick<InboxLine, 'limit' | 'dueAt' | 'dueUnit' | 'nearAt'> {
  const limit = row.id === 0 ? openLimits(state)[0]?.kind : undefined;
  const clock = limit ? state.limits[limit] : row.clock;
  if (!clock) return {};
  const nearAt = reminderAt(state, limit ? { limit } : { row: row.id });
  return {
    ...(limit && { limit }),
    dueAt: clock.deadline.due,
    dueUnit: clock.deadline.unit,
    ...(nearAt !== undefined && { nearAt }),
  };
}

function openLimits(state: DispatchState): Dispatch['limits'] {
  return LIMITS.flatMap((kind) => {
    const clock = state.limits[kind];
    return clock ? [{ kind, dueAt: clock.deadline.due }] : [];
  });
}
