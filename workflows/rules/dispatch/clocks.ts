import type { Ladder, LevelId } from '../escalation/ladder.ts';
import { defaultLadder } from '../escalation/default-ladder.ts';
import { levelInstants } from '../escalation/levels.ts';
import { stepFor } from '../chain/steps.ts';
import { SYSTEM } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import { recalculate } from '../working-time/recalculate.ts';
import type { Command, CommandOf } from './command.ts';
import { factsOf } from './deadlines.ts';
import { draft, follow, record } from './draft.ts';
import type { DeadlineChange, Event } from './event.ts';
import { reassignToHead } from './reassign.ts';
import type { Clock, Row } from './row.ts';
import { isInHand, isOpen } from './row.ts';
import { type ClockRef, type DispatchState, isFinal, LIMITS } from './state.ts';

export interface WakeUp {
  /** When it is due, in working or real time as its deadline says. */
  readonly at: Instant;
  readonly clock: ClockRef;
  readonly level: LevelId;
}

/** Every timer that the state implies, earliest first (core.md): derived, never stored. */
export function wakeUps(state: DispatchState): readonly WakeUp[] {
  const { calendar } = state;
  if (!calendar || isFinal(state)) return [];
  return running(state)
    .flatMap(({ ref, clock, ladder }) =>
      levelInstants(calendar, ladder, clock.deadline, clock.since)
        .filter(({ level }) => !clock.fired.includes(level))
        .map(({ level, at }) => ({ at, clock: ref, level })),
    )
    .sort((a, b) => a.at - b.at);
}

/** From when on a running deadline is near: the instant of its reminder R1. */
export function reminderAt(state: DispatchState, ref: ClockRef): Instant | undefined {
  const found = running(state).find((one) => sameClock(one.ref, ref));
  if (!found || !state.calendar) return undefined;
  const { ladder, clock } = found;
  return levelInstants(state.calendar, ladder, clock.deadline, clock.since).find(
    ({ level }) => level === 'R1',
  )?.at;
}

/** The command that a due wake-up is. */
export function levelDue(wakeUp: WakeUp, firedAt: Instant): Command {
  return { kind: 'levelDue', clock: wakeUp.clock, level: wakeUp.level, firedAt, by: SYSTEM };
}

/** The clocks that run now: limits, and rows with a deadline that are neither finished nor suspended (E-2). */
function running(state: DispatchState): readonly { ref: ClockRef; clock: Clock; ladder: Ladder }[] {
  const found: { ref: ClockRef; clock: Clock; ladder: Ladder }[] = [];
  for (const row of state.rows) {
    if (row.clock && runs(row))
      found.push({ ref: { row: row.id }, clock: row.clock, ladder: ladderOf(state, row) });
  }
  if (state.rows[0]?.state === 'suspended') return found;
  for (const limit of LIMITS) {
    const clock = state.limits[limit];
    if (clock) found.push({ ref: { limit }, clock, ladder: stepLadder(state, ACTS[limit]) });
  }
  return found;
}

/** What each limit leaves time for. */
const ACTS = { registering: 'register', presenting: 'present', directing: 'direct' } as const;

/** Row 0 warns its holder only while it is in hand; once assigned, the rows below carry the deadline. */
function runs(row: Row): boolean {
  return row.id === 0 ? isInHand(row) : isOpen(row) && row.state !== 'suspended';
}

function ladderOf(state: DispatchState, row: Row): Ladder {
  if (row.id === 0) return stepLadder(state, 'direct');
  const ofUnit = row.receiver.kind === 'unit' && !row.takenFrom;
  return stepLadder(state, ofUnit ? 'forward' : 'settle');
}

function stepLadder(
  state: DispatchState,
  act: 'register' | 'present' | 'direct' | 'forward' | 'settle',
): Ladder {
  const step = state.chain && stepFor(state.chain, act, factsOf(state));
  return step?.ladder ?? defaultLadder;
}

/**
 * A level fires (E-1, E-2, E-5). One that the state no longer implies, because the work was finished or the
 * deadline moved first, is nothing.
 * @param at the instant it was due; the event bears the instant it really fired, which after an outage is later
 *   (T-14)
 */
export function fire(state: DispatchState, command: CommandOf<'levelDue'>, at: Instant): readonly Event[] {
  const { clock, level } = command;
  const implied = wakeUps(state).some(
    (one) => one.level === level && one.at === at && sameClock(one.clock, clock),
  );
  if (!implied) return [];
  const ladder = running(state).find(({ ref }) => sameClock(ref, clock))?.ladder;
  const { to = [], action } = ladder?.find((one) => one.id === level) ?? {};
  const decision = draft(state, command.by, Math.max(command.firedAt, state.changedAt));
  record(decision, { kind: 'levelFired', clock, level, scheduled: at, to });
  if (action && 'row' in clock) reassignToHead(decision, clock.row);
  return decision.events;
}

function sameClock(a: ClockRef, b: ClockRef): boolean {
  return 'row' in a ? 'row' in b && a.row === b.row : 'limit' in b && a.limit === b.limit;
}

/** T-12: computed deadlines of open rows and limits move, dates given by people stay. */
export function calendarChanged(
  state: DispatchState,
  command: CommandOf<'calendarChanged'>,
  at: Instant,
): readonly Event[] {
  const { calendar } = command;
  // Two changes may be told in the wrong order: the newer one stays.
  if (isFinal(state) || !state.calendar || calendar.version <= state.calendar.version) return [];
  const decision = draft(state, command.by, at);
  const changes = openClocks(state).flatMap(([ref, clock]) => changeOf(calendar, ref, clock));
  follow(decision, { kind: 'deadlinesRecalculated', calendar, changes });
  return decision.events;
}

function openClocks(state: DispatchState): readonly [ClockRef, Clock][] {
  const rows = state.rows.flatMap((row): [ClockRef, Clock][] =>
    row.clock && isOpen(row) ? [[{ row: row.id }, row.clock]] : [],
  );
  const limits = LIMITS.flatMap((limit): [ClockRef, Clock][] => {
    const clock = state.limits[limit];
    return clock ? [[{ limit }, clock]] : [];
  });
  return [...rows, ...limits];
}

function changeOf(calendar: Calendar, clock: ClockRef, { deadline }: Clock): DeadlineChange[] {
  const after = recalculate(calendar, deadline);
  return after.due === deadline.due ? [] : [{ clock, before: deadline, after }];
}
