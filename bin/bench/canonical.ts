import { isOpen, type Receiver, type Row } from '../../workflows/rules/dispatch/row.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';

/**
 * What of a state decides what can still happen: without instants, names, texts, revision, and without the rows
 * that nothing looks at any more.
 */
export function canonical(state: DispatchState): string {
  const kept = state.rows.filter((row) => matters(state, row));
  const place = new Map(kept.map((row, index) => [row.id, index]));
  const flags = `${state.replies.length > 0 ? 'r' : ''}${state.repairs.map(({ row }) => place.get(row)).join()}`;
  const limits = Object.keys(state.limits).join();
  return `${state.status} ${limits} ${flags}|${kept.map((row) => rowForm(state, row, place)).join('|')}`;
}

/** Open rows, the outcomes that their forwarder still waits for, and the first level, which can be reopened. */
function matters(state: DispatchState, row: Row): boolean {
  const parent = row.parent === undefined ? undefined : state.rows[row.parent];
  if (!parent || isOpen(row)) return true;
  return row.round === parent.rounds && (isOpen(parent) || parent.id === 0);
}

function rowForm(state: DispatchState, row: Row, place: ReadonlyMap<number, number>): string {
  const parent = row.parent === undefined ? undefined : state.rows[row.parent];
  const above = parent && place.get(parent.id);
  const form = `${above ?? ''} ${nameOf(row.receiver)} ${row.role} ${row.state}`;
  // Of an outcome below the first level only itself is looked at; the first level can be reopened.
  if (!isOpen(row) && row.parent !== 0) return row.completion === 'climbed' ? `${form} climbed` : form;
  const now = row.round === parent?.rounds ? 'now' : '';
  const { suspended } = row;
  const stop = suspended && `${suspended.was}${place.get(suspended.root) ?? ''}`;
  return `${form} ${now} ${flagsOf(row)} ${stop ?? ''} ${row.claimedBy?.post ?? ''}`;
}

function nameOf(receiver: Receiver): string {
  if (receiver.kind === 'step') return 'step';
  return receiver.kind === 'unit' ? receiver.unit : receiver.post;
}

function flagsOf({ closeWhenRead, readAt }: Row): string {
  return (closeWhenRead ? 'c' : '') + (readAt === undefined ? '' : 'r');
}
