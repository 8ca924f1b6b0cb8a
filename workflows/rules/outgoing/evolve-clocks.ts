import { movedClock } from '../dispatch/evolve-row.ts';
import type { Clock } from '../dispatch/row.ts';
import type { OutgoingClock, OutgoingEventOf } from './event.ts';
import { currentVisit, type OutgoingState } from './state.ts';

/** T-13: what was left of the step's deadline runs on. */
export function resumed(
  state: OutgoingState,
  { deadline, at }: OutgoingEventOf<'resumed'>,
): Partial<OutgoingState> {
  const visit = currentVisit(state);
  const moved = visit && withClock(state, { visit: visit.id }, (old) => movedClock(old, deadline, at));
  return { ...moved, pausedAt: undefined };
}

/** T-12 */
export function recalculated(
  { visits, limits }: OutgoingState,
  { calendar, changes }: OutgoingEventOf<'deadlinesRecalculated'>,
): Partial<OutgoingState> {
  const moved = changes.reduce<Clocks>(
    (now, { clock: ref, after }) => ({
      ...now,
      ...withClock(now, ref, (old) => ({ deadline: after, since: old.since, fired: [] })),
    }),
    { visits, limits },
  );
  return { ...moved, calendar };
}

type Clocks = Pick<OutgoingState, 'visits' | 'limits'>;

/** One of the running deadlines changed. */
export function withClock(
  { visits, limits }: Clocks,
  ref: OutgoingClock,
  changed: (clock: Clock) => Clock,
): Partial<Clocks> {
  if ('visit' in ref) {
    return {
      visits: visits.map((visit) =>
        visit.id === ref.visit ? { ...visit, clock: changed(visit.clock) } : visit,
      ),
    };
  }
  const old = limits[ref.limit];
  return old ? { limits: { ...limits, [ref.limit]: changed(old) } } : {};
}
