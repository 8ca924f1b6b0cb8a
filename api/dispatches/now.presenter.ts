import { isOpen, type Row } from '../../workflows/rules/dispatch/row.ts';
import { isFinal, type LimitKind, LIMITS } from '../../workflows/rules/dispatch/state.ts';
import { type ActsView, actsOf } from './acts.presenter.ts';
import { type DeadlineView, deadlineView } from './deadline.presenter.ts';
import type { Reading } from './reading.ts';

/** What matters now: where it stands, who has it, until when, what I can do. */
export interface NowView {
  readonly status: string;
  readonly tone: 'active' | 'done' | 'calm';
  readonly number: string | undefined;
  readonly holders: readonly { readonly name: string; readonly role: string; readonly since: number }[];
  readonly deadline: DeadlineView | undefined;
  /** Limits that run before work is assigned (T-10), each with where the law says so. */
  readonly limits: readonly (DeadlineView & { readonly label: string; readonly law: string })[];
  readonly completedAt: number | undefined;
  readonly acts: ActsView;
  /** Rows of mine that I have not read yet (R8), and the last time I read. */
  readonly unread: boolean;
  readonly readAt: number | undefined;
}

export function nowView(reading: Reading, mine: readonly Row[]): NowView {
  const { state, t } = reading;
  const { registration, completedAt } = state;
  const desk = state.rows[0];
  const clock = desk?.clock;
  const reads = mine.flatMap(({ readAt }) => (readAt === undefined ? [] : [readAt]));
  return {
    status: t(`dispatches:status.${state.status}`),
    tone: state.status === 'completed' ? 'done' : isFinal(state) ? 'calm' : 'active',
    number:
      registration && t('dispatches:numberOf', { number: registration.number, year: registration.year }),
    holders: isFinal(state) ? [] : holders(reading),
    deadline: clock && !isFinal(state) ? deadlineView(reading, clock.deadline, { row: 0 }) : undefined,
    limits: LIMITS.flatMap((limit) => limitView(reading, limit)),
    completedAt,
    acts: actsOf(reading, mine),
    unread: mine.some((row) => row.readAt === undefined && isOpen(row)) && !isFinal(state),
    readAt: reads.length === 0 ? undefined : Math.max(...reads),
  };
}

function limitView(reading: Reading, limit: LimitKind): NowView['limits'] {
  const { state, t } = reading;
  const clock = state.limits[limit];
  const view = clock && deadlineView(reading, clock.deadline, { limit });
  if (!view) return [];
  return [{ ...view, label: t(`dispatches:limit.${limit}`), law: t(`dispatches:law.${limit}`) }];
}

/** Whoever has it in hand: the leads, or whoever is left. */
function holders({ state, t }: Reading): NowView['holders'] {
  const inHand = state.rows.filter(
    (row) => isOpen(row) && row.state !== 'forwarded' && row.role !== 'inform',
  );
  const leads = inHand.filter((row) => row.role === 'lead');
  return (leads.length > 0 ? leads : inHand).map((row) => ({
    name:
      row.receiver.kind === 'step'
        ? t('dispatches:atStep', { step: row.receiver.name })
        : (row.claimedBy?.name ?? row.receiver.name),
    role: row.id === 0 ? '' : t(`dispatches:role.${row.role}`),
    since: row.assignedAt,
  }));
}
