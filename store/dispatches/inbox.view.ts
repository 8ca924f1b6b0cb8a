import type { Actor } from '../../workflows/rules/people.ts';
import { type InboxTab, keysOf, tabOf } from '../../workflows/rules/permission/keys.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type InboxLine, RowModel } from './row.model.ts';

/** What the tabs and the order need: an inbox is counted whole, and only the shown lines are read whole. */
const SCANNED = {
  ...{ state: 1, role: 1, unitRow: 1, claimed: 1 },
  ...{ dueAt: 1, nearAt: 1, priority: 1, assignedAt: 1 },
} as const;

type Scanned = Pick<InboxLine, '_id' | keyof typeof SCANNED>;

/** Everything that lies open with an actor, by tab, what hurts first on top; each line in one tab (P-7). */
export interface Inbox {
  readonly tabs: ReadonlyMap<InboxTab, readonly Pick<InboxLine, '_id'>[]>;
  /** How many came into the actor's hands after an instant. */
  newSince(instant: Instant): number;
}

/** One reading of the actor's open rows: the counts and every list come from it, so that they agree (P-7). */
export async function inboxOf(actor: Actor, now: Instant): Promise<Inbox> {
  const open = await RowModel.find({ holders: { $in: keysOf(actor) }, open: true }, SCANNED).lean<
    Scanned[]
  >();
  open.sort((a, b) => byPain(a, b, now));
  return {
    tabs: Map.groupBy(open, ({ unitRow, dueAt, nearAt, ...line }) =>
      tabOf({ ...line, dueAt, nearAt, unit: unitRow }, actor, now),
    ),
    newSince: (instant) =>
      open.filter(({ state, assignedAt }) => inHand(state) && assignedAt > instant).length,
  };
}

/** The lines of these ids that the actor holds, open or not, in the order of the ids. */
export async function inboxLines(actor: Actor, ids: readonly string[]): Promise<readonly InboxLine[]> {
  const found = await RowModel.find({ _id: { $in: ids }, holders: { $in: keysOf(actor) } }).lean();
  const byId = new Map(found.map((line) => [line._id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many rows wait in the actor's hands; what is forwarded or suspended waits for others. */
export async function waitingFor(actor: Actor): Promise<number> {
  const holders = { $in: keysOf(actor) };
  return RowModel.countDocuments({ holders, open: true, state: { $in: ['pending', 'cameBack'] } });
}

function inHand(state: InboxLine['state']): boolean {
  return state === 'pending' || state === 'cameBack';
}

/** Late before near before the rest; among the rest the urgent first; then by deadline, then by age. */
function byPain(a: Scanned, b: Scanned, now: Instant): number {
  const urgency = pain(a, now) === 0 ? b.priority - a.priority : 0;
  return (
    pain(b, now) - pain(a, now) ||
    urgency ||
    (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) ||
    a.assignedAt - b.assignedAt
  );
}

function pain({ dueAt, nearAt }: Scanned, now: Instant): 0 | 1 | 2 {
  if (dueAt !== undefined && now > dueAt) return 2;
  return nearAt !== undefined && now >= nearAt ? 1 : 0;
}
