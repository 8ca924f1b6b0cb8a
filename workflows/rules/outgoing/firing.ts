import type { Calendar, Instant } from '../working-time/calendar.ts';
import { recalculate } from '../working-time/recalculate.ts';
import { settle } from './advance.ts';
import { runningClocks, wakeUps } from './clocks.ts';
import type { OutgoingCommandOf, Timer } from './command.ts';
import { signingLimits } from './deadlines.ts';
import { begin, type Decision, record } from './decision.ts';
import type { DeadlineChange, OutgoingClock, OutgoingEvent } from './event.ts';
import { isOver, type OutgoingState } from './state.ts';

/**
 * A timer fires (E-1, E-2, E-5). One that the state no longer implies is nothing. Nobody approves or refuses by a level
 * a vote ends without those who did not vote (§3.1).
 * @param at the instant it was due; the event bears the instant it really fired (T-14)
 */
export function fire(
  state: OutgoingState,
  command: OutgoingCommandOf<Timer['kind']>,
  at: Instant,
): readonly OutgoingEvent[] {
  const { by, firedAt, ...timer } = command;
  if (!wakeUps(state).some((one) => one.at === at && nameOf(one.timer) === nameOf(timer))) return [];
  const decision = begin(state, by, Math.max(firedAt, state.changedAt));
  switch (timer.kind) {
    case 'levelDue':
      fireLevel(decision, timer, at);
      break;
    case 'voteOver':
      settle(decision, true);
      break;
    case 'draftIdle':
      record(decision, { kind: 'draftReminded', scheduled: at });
      break;
  }
  return decision.events;
}

function fireLevel(
  decision: Decision,
  { clock, level }: Extract<Timer, { kind: 'levelDue' }>,
  scheduled: Instant,
): void {
  const ladder = runningClocks(decision.state).find(({ ref }) => placeOf(ref) === placeOf(clock))?.ladder;
  const to = ladder?.find(({ id }) => id === level)?.to ?? [];
  record(decision, { kind: 'levelFired', clock, level, scheduled, to });
}

function nameOf(timer: Timer): string {
  switch (timer.kind) {
    case 'levelDue':
      return `${timer.level} ${placeOf(timer.clock)}`;
    case 'voteOver':
      return `vote ${timer.visit}`;
    case 'draftIdle':
      return 'idle';
  }
}

function placeOf(clock: OutgoingClock): string {
  return 'visit' in clock ? `${clock.visit}` : clock.limit;
}

/** T-12: computed deadlines and the limits of the law move, what people gave stays. */
export function calendarChanged(
  state: OutgoingState,
  command: OutgoingCommandOf<'calendarChanged'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const { calendar } = command;
  // Two changes may be told in the wrong order: the newer one stays.
  if (isOver(state) || !state.calendar || calendar.version <= state.calendar.version) return [];
  const decision = begin(state, command.by, at);
  const changes = runningClocks(state).flatMap(({ ref, clock: { deadline: before } }): DeadlineChange[] => {
    const after = movedBy(state, calendar, ref, before);
    return after.due === before.due ? [] : [{ clock: ref, before, after }];
  });
  record(decision, { kind: 'deadlinesRecalculated', calendar, changes });
  return decision.events;
}

function movedBy(
  state: OutgoingState,
  calendar: Calendar,
  ref: OutgoingClock,
  before: DeadlineChange['before'],
) {
  if ('visit' in ref) return recalculate(calendar, before);
  return signingLimits(state.content?.priority ?? 0, calendar, before.from)[ref.limit];
}
