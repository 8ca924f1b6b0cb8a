import type { RowId } from '../ids.ts';
import { type Draft, follow } from './draft.ts';
import { isInHand } from './row.ts';

/**
 * The action of a level (flows.md §1): work in one person's hands becomes their unit's, whose head sees to it. What a
 * unit holds is its head's already, and what is handed on is no longer in those hands.
 */
export function reassignToHead(decision: Draft, id: RowId): void {
  const row = decision.state.rows[id];
  if (row?.receiver.kind !== 'post' || row.id === 0 || !isInHand(row)) return;
  const { unit, above, unitName } = row.receiver;
  const to = { kind: 'unit', unit, above, name: unitName } as const;
  follow(decision, { kind: 'rowReassigned', row: id, from: row.receiver, to });
}
