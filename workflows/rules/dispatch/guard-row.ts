import type { Actor } from '../people.ts';
import type { Act } from './command.ts';
import type { Guard } from './guard.ts';
import { handledBy, notInHand } from './handled.ts';
import { assigns, owns } from './owners.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isOpen, type Row } from './row.ts';
import type { DispatchState } from './state.ts';

/** Acts on one receiver row (flows.md §2.2). */
export const ROW_GUARDS = {
  accept: (state, actor, row) =>
    owned(actor, row, 'I8', (own) => {
      if (own.id === 0 || own.role !== 'lead') return refuse('I8', 'leadOnly');
      return state.status === 'assigned' ? notInHand(state, own, 'I8') : refuse('I8', 'alreadyStarted');
    }),
  report: (state, actor, row) =>
    owned(actor, row, 'I8', (own) =>
      own.role === 'inform' || own.id === 0 ? refuse('I8', 'informOnly') : working(state, own, 'I8'),
    ),
  forward: (state, actor, row) =>
    owned(actor, row, 'R1', (own) =>
      own.id === 0 ? refuse('R1', 'directInstead') : notInHand(state, own, 'R1'),
    ),
  complete: (state, actor, row) =>
    owned(actor, row, 'R2', (own) =>
      own.id === 0 ? refuse('R2', 'settleInstead') : working(state, own, 'R2'),
    ),
  giveBack: (state, actor, row) =>
    owned(actor, row, 'R4', (own) => {
      if (own.id === 0) return refuse('R4', 'noForwarder');
      return own.role === 'inform' ? refuse('R4', 'informCannotReturn') : notInHand(state, own, 'R4');
    }),
  withdraw: (state, actor, row) => assigned(state, actor, row, 'R7'),
  read: (_state, actor, row) => owned(actor, row, 'R8', (own) => (own.id === 0 ? notThere('R8') : undefined)),
  changeRow: (state, actor, row) =>
    assigned(state, actor, row, 'R9') ??
    (row?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined),
  claim: (state, actor, row) => {
    if (row?.receiver.kind !== 'unit' || row.receiver.unit !== actor.unit)
      return refuse('R10', 'notYourUnit');
    if (row.claimedBy) return refuse('R10', 'alreadyClaimed', { by: row.claimedBy.name });
    return ended(row) ?? notInHand(state, row, 'R10');
  },
  release: (state, actor, row) => {
    if (!row?.claimedBy) return refuse('R10', 'notClaimed');
    return owns(actor, row)
      ? (ended(row) ?? notInHand(state, row, 'R10'))
      : refuse('R10', 'claimedByOther', { by: row.claimedBy.name });
  },
  suspend: (state, actor, row) =>
    pausing(state, actor, row) ?? (row?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined),
  resume: (state, actor, row) =>
    pausing(state, actor, row) ??
    (row?.suspended?.root === row?.id ? undefined : refuse('T-13', 'notSuspendedHere')),
} as const satisfies Partial<Record<Act['kind'], Guard>>;

function notThere(rule: string): Refusal {
  return refuse(rule, 'noSuchRow');
}

function owned(
  actor: Actor,
  row: Row | undefined,
  rule: string,
  then: (row: Row) => Refusal | undefined,
): Refusal | undefined {
  if (!row) return notThere(rule);
  if (!owns(actor, row)) return refuse(rule, 'notRowOwner');
  return ended(row) ?? then(row);
}

function assigned(
  state: DispatchState,
  actor: Actor,
  row: Row | undefined,
  rule: string,
): Refusal | undefined {
  if (!row || row.id === 0) return notThere(rule);
  if (!assigns(state, actor, row)) return refuse(rule, 'notAssigner');
  return ended(row) ?? parentSuspended(state, row);
}

function pausing(state: DispatchState, actor: Actor, row: Row | undefined): Refusal | undefined {
  if (!row || (row.id === 0 && row.receiver.kind === 'step')) return notThere('T-13');
  if (!assigns(state, actor, row)) return refuse('T-13', 'notAssigner');
  return ended(row) ?? parentSuspended(state, row);
}

function parentSuspended(state: DispatchState, row: Row): Refusal | undefined {
  const parent = row.parent === undefined ? undefined : state.rows[row.parent];
  return parent?.state === 'suspended' ? refuse('P-3', 'rowSuspended') : undefined;
}

/** U-5: who was first, and when. */
function ended(row: Row): Refusal | undefined {
  if (isOpen(row)) return undefined;
  const { finishedBy, finishedAt, state } = row;
  return handledBy(finishedBy, finishedAt, state) ?? refuse('P-3', 'rowClosed', { state });
}

/** Work goes on under a forwarded row, and its owner may end it (R2). */
function working(state: DispatchState, row: Row, rule: string): Refusal | undefined {
  return row.state === 'forwarded' ? undefined : notInHand(state, row, rule);
}
