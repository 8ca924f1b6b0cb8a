import type { ActedBy } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isInHand, type Row } from './row.ts';
import type { DispatchState } from './state.ts';

/** U-5: "đã được xử lý bởi … lúc …", when it was a person. */
export function handledBy(
  by: ActedBy | undefined,
  at: Instant | undefined,
  state: Row['state'],
): Refusal | undefined {
  return by && 'name' in by
    ? refuse('U-5', 'alreadyHandled', { by: by.name, at: at ?? 0, state })
    : undefined;
}

/** Refuses unless the row lies in its owner's hands; of a forwarded one it says who was first (U-5). */
export function notInHand(state: DispatchState, row: Row, rule: string): Refusal | undefined {
  if (isInHand(row)) return undefined;
  if (row.state === 'suspended') return refuse('P-3', 'rowSuspended');
  const below = state.rows.findLast((one) => one.parent === row.id && one.round === row.rounds);
  return (
    handledBy(below?.assignedBy, below?.assignedAt, row.state) ??
    refuse(rule, 'notInHand', { state: row.state })
  );
}
