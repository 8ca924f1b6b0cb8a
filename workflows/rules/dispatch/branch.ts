import type { RowId } from '../ids.ts';
import { type Draft, follow } from './draft.ts';
import { isInHand, isOpen, type Row } from './row.ts';
import { answerMissing, type DispatchState } from './state.ts';

export function childrenOf(state: DispatchState, parent: RowId): readonly Row[] {
  return state.rows.filter((row) => row.parent === parent);
}

/** Every row below, nearest first. */
export function below(state: DispatchState, id: RowId): readonly Row[] {
  return childrenOf(state, id).flatMap((row) => [row, ...below(state, row.id)]);
}

export function openBelow(state: DispatchState, id: RowId): readonly Row[] {
  return below(state, id).filter(isOpen);
}

/** Ends what is still open under a finished row: "do cấp trên kết thúc" (R2). */
export function closeBelow(decision: Draft, id: RowId): void {
  for (const row of openBelow(decision.state, id)) {
    follow(decision, { kind: 'rowCompleted', row: row.id, how: 'fromAbove', result: '', reply: undefined });
  }
}

/** Withdraws what is still open under a row; finished work is kept (R5, R7). */
export function withdrawBelow(decision: Draft, id: RowId, because: 'forwarder' | 'return'): void {
  for (const row of openBelow(decision.state, id)) {
    follow(decision, { kind: 'rowWithdrawn', row: row.id, because, reason: '' });
  }
}

/**
 * What the rows of the last forwarding mean for the row that forwarded them (R3, R5, R7). It looks at the set of
 * outcomes only, so the order in which they came never matters.
 */
export function settleParent(decision: Draft, id: RowId | undefined): void {
  const parent = id === undefined ? undefined : decision.state.rows[id];
  if (!parent) return;
  const round = childrenOf(decision.state, parent.id).filter((row) => row.round === parent.rounds);
  if (isInHand(parent)) closeWhenRead(decision, parent, round);
  if (parent.state !== 'forwarded') return;
  const leads = round.filter((row) => row.role === 'lead' && row.state !== 'withdrawn');
  if (leads.some(isOpen)) return;
  if (leads.some((row) => row.state === 'returned')) comeBack(decision, parent);
  else if (leads.length > 0) climb(decision, parent);
  else if (hadLead(round) || !round.some((row) => isOpen(row) && row.role === 'cooperate')) {
    follow(decision, { kind: 'rowBackInHand', row: parent.id });
  }
}

/** R7: with its only lead withdrawn the work is the forwarder's again, whoever else co-operates. */
function hadLead(round: readonly Row[]): boolean {
  return round.some((row) => row.role === 'lead');
}

/** R8: reading by all closes the forwarder's row if they asked for that, unless an answer is due (I9). */
function closeWhenRead(decision: Draft, parent: Row, round: readonly Row[]): void {
  const allInform = round.every((row) => row.role === 'inform');
  if (!parent.closeWhenRead || !allInform || !round.some((row) => row.state === 'completed')) return;
  if (openBelow(decision.state, parent.id).length > 0) return;
  if (answerMissing(decision.state)) return;
  follow(decision, { kind: 'rowCompleted', row: parent.id, how: 'read', result: '', reply: undefined });
  finished(decision, parent);
}

/**
 * R3: the parent completes, what its siblings of the lead still had open ends "theo chủ trì". A dispatch that
 * still owes an answer goes back to the leader instead (I9).
 */
function climb(decision: Draft, parent: Row): void {
  if (parent.id === 0 && answerMissing(decision.state)) {
    follow(decision, { kind: 'rowBackInHand', row: 0 });
    return;
  }
  follow(decision, { kind: 'rowCompleted', row: parent.id, how: 'climbed', result: '', reply: undefined });
  for (const row of childrenOf(decision.state, parent.id).filter(isOpen)) {
    follow(decision, { kind: 'rowCompleted', row: row.id, how: 'withLead', result: '', reply: undefined });
  }
  closeBelow(decision, parent.id);
  finished(decision, parent);
}

/** R5: the parent is BỊ_TRẢ_LẠI with its old deadline; open rows below it are withdrawn. */
function comeBack(decision: Draft, parent: Row): void {
  withdrawBelow(decision, parent.id, 'return');
  follow(decision, { kind: 'rowCameBack', row: parent.id });
}

/** Carries the end of a row upwards; the end of row 0 is the end of the dispatch (I9). */
export function finished(decision: Draft, row: Row): void {
  if (row.id === 0) follow(decision, { kind: 'completed', how: 'worked', opinion: '' });
  else settleParent(decision, row.parent);
}
