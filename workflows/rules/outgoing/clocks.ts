import { counted } from '../approval/task.ts';
import { stepFor } from '../chain/steps.ts';
import type { Clock } from '../dispatch/row.ts';
import { defaultLadder } from '../escalation/default-ladder.ts';
import type { Ladder } from '../escalation/ladder.ts';
import { levelInstants } from '../escalation/levels.ts';
import { SYSTEM } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import { nthWorkingDay, openingOf } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';
import type { OutgoingCommandOf, Timer } from './command.ts';
import type { OutgoingClock } from './event.ts';
import { currentVisit, isOver, LIMITS, type OutgoingState } from './state.ts';
import { factsOf, stepOf } from './steps.ts';

/** A timer that the state implies. */
export interface OutgoingWakeUp {
  readonly at: Instant;
  readonly timer: Timer;
}

/** Every timer that the state implies, earliest first (core.md): derived, never stored. */
export function wakeUps(state: OutgoingState): readonly OutgoingWakeUp[] {
  const { calendar } = state;
  if (!calendar || isOver(state) || state.pausedAt !== undefined) return [];
  const levels = runningClocks(state).flatMap(({ ref, clock, ladder }) =>
    levelInstants(calendar, ladder, clock.deadline, clock.since)
      .filter(({ level }) => !clock.fired.includes(level))
      .map(({ level, at }): OutgoingWakeUp => ({ at, timer: { kind: 'levelDue', clock: ref, level } })),
  );
  // What ends at the instant of a level is not late.
  return [...voteEnds(state), ...reminders(state, calendar), ...levels].sort((a, b) => a.at - b.at);
}

/** The command that a due wake-up is. */
export function dueCommand({ timer }: OutgoingWakeUp, firedAt: Instant): OutgoingCommandOf<Timer['kind']> {
  return { ...timer, firedAt, by: SYSTEM };
}

interface Running {
  readonly ref: OutgoingClock;
  readonly clock: Clock;
  readonly ladder: Ladder;
}

/** The deadlines that run: that of the present step, and the limits of the law after signing (T-10). */
export function runningClocks(state: OutgoingState): readonly Running[] {
  const visit = currentVisit(state);
  const own: readonly Running[] = visit
    ? [
        {
          ref: { visit: visit.id },
          clock: visit.clock,
          ladder: stepOf(state, visit.step)?.ladder ?? defaultLadder,
        },
      ]
    : [];
  const ladder = (state.chain && stepFor(state.chain, 'issue', factsOf(state))?.ladder) ?? defaultLadder;
  const limits = LIMITS.flatMap((limit): Running[] => {
    const clock = state.limits[limit];
    return clock ? [{ ref: { limit }, clock, ladder }] : [];
  });
  return [...own, ...limits];
}

/** A vote with nobody to vote waits for its repair, not for its end. */
function voteEnds(state: OutgoingState): readonly OutgoingWakeUp[] {
  const visit = currentVisit(state);
  if (visit?.mode.kind !== 'vote' || counted(visit.tasks).length === 0) return [];
  return [{ at: visit.clock.deadline.due, timer: { kind: 'voteOver', visit: visit.id } }];
}

/** A draft untouched for ten whole working days reminds its drafter, and again every week (flows.md §3). */
function reminders(
  { status, changedAt, reminded }: OutgoingState,
  calendar: Calendar,
): readonly OutgoingWakeUp[] {
  if (status !== 'drafting' && status !== 'sentBack') return [];
  const day = dayAt(calendar, changedAt);
  const morning = reminded ? nthWorkingDay(calendar, day + 6, 1) : nthWorkingDay(calendar, day, 11);
  return [{ at: openingOf(calendar, morning), timer: { kind: 'draftIdle' } }];
}
