import { levelDue, wakeUps } from '../../workflows/rules/dispatch/clocks.ts';
import type { Command } from '../../workflows/rules/dispatch/command.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import { type Effect, effects } from '../../workflows/rules/dispatch/effects.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import type { Row, UnitReceiver } from '../../workflows/rules/dispatch/row.ts';
import { type DispatchState, emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import { at, fixtureCalendar } from './calendar.ts';
import { agencies } from './people.ts';
import { type Move, type Tale, teller } from './telling.ts';
import type { Actor } from '../../workflows/rules/people.ts';

/** One dispatch on its way: where it stands, what the wall clock shows, what happened and who was to be told. */
export type Story = Tale<DispatchState, Event, Effect>;
/** What somebody does, seen from where the dispatch stands. */
export type Deed = (state: DispatchState) => Command;
export type Step = Move<DispatchState, Command>;

/** A dispatch of the province that nobody has heard of. */
export const nothing: Story = {
  state: emptyState(agencies.province, 'd1' as DispatchId),
  now: at('2026-03-09 08:00'),
  events: [],
  effects: [],
};

export const { play, wait, refusal, refused } = teller({ decide, evolve, effects, wakeUps, due: levelDue });

/** Whose row is meant: somebody's, a unit's, or row 0 on the agency's desk. */
export type Whose = Actor | UnitReceiver | 'desk';

/** The last row of somebody or of a unit. */
export function rowOf(state: DispatchState, whose: Whose): Row {
  const row = state.rows.findLast(({ id, receiver }) => {
    if (whose === 'desk') return id === 0;
    return 'post' in whose
      ? receiver.kind === 'post' && receiver.post === whose.post
      : receiver.kind === 'unit' && receiver.unit === whose.unit;
  });
  if (!row) throw new Error('there is no such row');
  return row;
}

/** How the rows stand: `{ 'Phòng Văn xã': 'forwarded', … }`; the desk is row 0. */
export function rows(story: Story): Record<string, string> {
  return Object.fromEntries(
    story.state.rows.map(({ id, receiver, state }) => [id === 0 ? 'desk' : receiver.name, state]),
  );
}

/** The codes that went back to the sender, in order. */
export function statuses(story: Story): readonly string[] {
  return story.effects.flatMap((effect) => (effect.kind === 'reportStatus' ? [effect.code] : []));
}

/** The notices by their keys, with whom they go to by name. */
export function notices(story: Story): readonly string[] {
  return story.effects.flatMap((effect) => {
    if (effect.kind !== 'notify') return [];
    const to = effect.to.map((one) => (typeof one === 'string' ? one : one.name));
    return [`${effect.key} → ${to.join(', ')}`];
  });
}

/** The levels that fired and when each was due: `L1 17:00 20/03/2026`. */
export function fired(story: Story): readonly string[] {
  return story.events.flatMap((event) =>
    event.kind === 'levelFired' ? [`${event.level} ${clockText(event.scheduled)}`] : [],
  );
}

/** The timers that wait, e.g. of one clock only. */
export function waiting(story: Story, of: (clock: object) => boolean = () => true): readonly string[] {
  return wakeUps(story.state)
    .filter((wakeUp) => of(wakeUp.clock))
    .map((wakeUp) => `${wakeUp.level} ${clockText(wakeUp.at)}`);
}

/** When a row is due; the desk's deadline is the dispatch's. */
export function due(story: Story, whose: Whose): string {
  const { clock } = rowOf(story.state, whose);
  return clock ? clockText(clock.deadline.due) : 'no deadline';
}

/** When a limit ends (T-10). */
export function limit(story: Story, kind: keyof DispatchState['limits']): string {
  const clock = story.state.limits[kind];
  return clock ? clockText(clock.deadline.due) : 'no limit';
}

function clockText(instant: number): string {
  return formatInstant(fixtureCalendar, instant);
}
