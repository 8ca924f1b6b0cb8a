import { withoutAccents } from '../../store/organisation/accents.ts';
import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { Envelope, RegistrationForm } from '../../workflows/rules/dispatch/envelope.ts';
import { reminderAt } from '../../workflows/rules/dispatch/clocks.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { holderUnit } from '../../workflows/rules/dispatch/owners.ts';
import { isInHand, isOpen, type Row } from '../../workflows/rules/dispatch/row.ts';
import { type DispatchState, isFinal, type LimitKind } from '../../workflows/rules/dispatch/state.ts';
import type { ActedBy } from '../../workflows/rules/people.ts';
import { concernsOf, holdersOf, readersOf } from '../../workflows/rules/permission/keys.ts';

/** The dispatch as lists and registers show it. */
export function dispatchLine(state: DispatchState): Omit<Dispatch, 'hash'> {
  const { envelope, registration, completedAt } = state;
  const shown = registration ?? envelope;
  const first = state.rows.filter((row) => row.parent === 0);
  const dueAt = state.rows[0]?.clock?.deadline.due;
  return {
    _id: state.id,
    agency: state.agency,
    revision: state.revision,
    status: state.status,
    source: envelope?.source ?? 'paper',
    sender: envelope?.sender ?? '',
    documentId: envelope?.documentId ?? '',
    author: shown?.author ?? '',
    codeNumber: shown?.codeNumber ?? '',
    codeNotation: shown?.codeNotation ?? '',
    issuedOn: shown?.issuedOn ?? '',
    issuedYear: Number(shown?.issuedOn.slice(0, 4) ?? 0),
    type: shown?.type ?? '',
    subject: shown?.subject ?? '',
    search: searched(shown),
    priority: shown?.priority ?? 0,
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
    files: envelope?.files ?? [],
    readers: readersOf(state),
  };
}

/** What a register is searched by, without accents. */
export function searched(shown: Envelope | RegistrationForm | undefined): string {
  if (!shown) return '';
  const { codeNumber, codeNotation, author, subject } = shown;
  return withoutAccents(`${codeNumber}/${codeNotation} ${author} ${subject}`);
}

/** The rows that the events touched, as inboxes show them. */
export function inboxLines(state: DispatchState, events: readonly Event[]): readonly InboxLine[] {
  const touched = touchedRows(state, events);
  return state.rows.filter((row) => touched.has(row.id)).map((row) => inboxLine(state, row));
}

/** What shows on no other row, not even on the desk's. */
const OF_ONE_ROW: readonly Event['kind'][] = ['rowRead', 'rowClaimed', 'rowReleased', 'progressReported'];
/** What changes the state of the dispatch, which every row shows. */
const ON_EVERY_ROW: readonly Event['kind'][] = ['workStarted', 'completed', 'refused', 'reopened'];

function touchedRows(state: DispatchState, events: readonly Event[]): ReadonlySet<number> {
  const touched = new Set<number>(events.every(({ kind }) => OF_ONE_ROW.includes(kind)) ? [] : [0]);
  for (const event of events) {
    if ('row' in event) touched.add(event.row);
    if (event.kind === 'assigned') for (const { id } of event.rows) touched.add(id);
    if (event.kind === 'assigned') touched.add(event.parent);
    if (event.kind === 'deadlinesRecalculated') {
      for (const { clock } of event.changes) if ('row' in clock) touched.add(clock.row);
    }
    if (ON_EVERY_ROW.includes(event.kind)) {
      for (const { id } of state.rows) touched.add(id);
    }
  }
  return touched;
}

function inboxLine(state: DispatchState, row: Row): InboxLine {
  const { envelope, registration } = state;
  const shown = registration ?? envelope;
  const open = isOpen(row) && !isFinal(state);
  const { receiver } = row;
  const unit = holderUnit(row);
  return {
    _id: `${state.id}/${row.id}`,
    agency: state.agency,
    dispatch: state.id,
    row: row.id,
    holders: holdersOf(state.agency, row),
    concerns: concernsOf(state, row),
    open,
    counted: row.role !== 'inform' && (row.id !== 0 || (open ? isInHand(row) : row.completion === 'own')),
    state: row.state,
    role: row.role,
    status: state.status,
    ...due(state, row),
    ...(row.finishedAt !== undefined && { finishedAt: row.finishedAt }),
    ...(row.completion && { completion: row.completion }),
    ...(receiver.kind === 'unit' && { unitRow: receiver.unit }),
    claimed: row.claimedBy !== undefined,
    ...(unit && { unit }),
    ...(receiver.kind === 'post' && { person: receiver.person }),
    holder: row.claimedBy?.name ?? receiver.name,
    assignedBy: nameOf(row.assignedBy),
    assignedAt: row.assignedAt,
    ...(row.readAt !== undefined && { readAt: row.readAt }),
    code: `${shown?.codeNumber ?? ''}/${shown?.codeNotation ?? ''}`,
    subject: shown?.subject ?? '',
    author: shown?.author ?? '',
    priority: shown?.priority ?? 0,
    ...(registration && { number: registration.number }),
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
  const kinds: readonly LimitKind[] = ['registering', 'presenting', 'directing'];
  return kinds.flatMap((kind) => {
    const clock = state.limits[kind];
    return clock ? [{ kind, dueAt: clock.deadline.due }] : [];
  });
}

function nameOf(by: ActedBy): string {
  return 'name' in by ? by.name : '';
}
