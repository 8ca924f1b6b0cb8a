import { wakeUps } from '../../workflows/rules/dispatch/clocks.ts';
import type { Act, Assignment, Command } from '../../workflows/rules/dispatch/command.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import { type DispatchState, emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../workflows/rules/people.ts';
import type { Figure } from './figure.ts';
import { AGENCY, calendar, chain, colleague, envelope, form, postOf, unitOf } from './small-office.ts';

const SECONDS = 3;
const at = Date.parse('2026-03-09T08:00+07:00');
const text = 'không thuộc lĩnh vực được phân công';

const clerk = colleague('clerk', 'office', 'clerk');
const boss = colleague('boss', 'leaders', 'leader', 'agencyHead');
const units = ['a', 'b', 'c', 'd'];
const heads = units.map((unit) => colleague(`head-${unit}`, unit, 'headOfUnit'));
/** Nineteen rows under the desk: four units and fifteen officers. */
const officers = Array.from({ length: 15 }, (_, index) =>
  colleague(`officer-${index}`, units[index % 4] ?? 'a', 'officer'),
);
const [first, second, third, fourth] = officers as [Actor, Actor, Actor, Actor];

function lead(receiver: Assignment['receiver']): Assignment {
  return { role: 'lead', receiver };
}

/** How the dispatch comes to its twenty rows. */
const before: readonly Command[] = [
  { kind: 'arrive', envelope: envelope(), calendar, chain, by: SYSTEM },
  { kind: 'register', form, chain, duplicates: [], by: clerk },
  { kind: 'numberAllocated', number: 513, by: SYSTEM },
  { kind: 'present', leader: postOf(boss), opinion: '', by: clerk },
  { kind: 'direct', assignments: units.map((unit) => lead(unitOf(unit))), opinion: text, by: boss },
  ...heads.map((by, index): Command => {
    const own = officers.filter(({ unit }) => unit === by.unit);
    return {
      kind: 'forward',
      row: index + 1,
      assignments: own.map((one) => lead(postOf(one))),
      opinion: '',
      by,
    };
  }),
];

/** An ordinary morning on it: reading, progress, a new date, a timer, passing on, coming back, finishing. */
function morning(state: DispatchState): readonly Command[] {
  const rowOf = (actor: Actor) =>
    state.rows.findIndex(({ receiver }) => receiver.kind === 'post' && receiver.post === actor.post);
  const acts: readonly (readonly [Actor, Act])[] = [
    [first, { kind: 'read', row: rowOf(first) }],
    [first, { kind: 'report', row: rowOf(first), percent: 30, text }],
    [second, { kind: 'read', row: rowOf(second) }],
    [boss, { kind: 'changeRow', row: 1, due: { kind: 'workingDays', days: 4 } }],
    [first, { kind: 'forward', row: rowOf(first), assignments: [lead(postOf(clerk))], opinion: '' }],
    [clerk, { kind: 'complete', row: state.rows.length, result: text }],
    [second, { kind: 'giveBack', row: rowOf(second), reason: text }],
    [third, { kind: 'complete', row: rowOf(third), result: text }],
    [boss, { kind: 'suspend', row: 4, reason: text }],
    [boss, { kind: 'resume', row: 4 }],
    // Of ten acts one or two are too late, and are refused.
    [third, { kind: 'complete', row: rowOf(third), result: text }],
    [fourth, { kind: 'complete', row: rowOf(fourth), result: text }],
  ];
  return acts.map(([by, act]) => ({ ...act, by }));
}

function taken(state: DispatchState, command: Command): DispatchState {
  const answer = decide(state, command, at);
  return isRefusal(answer) ? state : answer.reduce(evolve, state);
}

/** Decisions and their evolution per second, one core, on a dispatch of twenty rows. */
export function run(): Promise<Figure[]> {
  const start = before.reduce(taken, emptyState(AGENCY, 'd1' as DispatchId));
  const acts = morning(start);
  if (start.rows.length !== 20 || wakeUps(start).length === 0)
    throw new Error('the dispatch is not as meant');
  // Once unmeasured, until the engine has compiled what is hot.
  played(start, acts, 1);
  const done = played(start, acts, SECONDS);
  return Promise.resolve([{ figure: 'rules.perSecond', value: Math.round(done / SECONDS), unit: 'acts/s' }]);
}

function played(start: DispatchState, acts: readonly Command[], seconds: number): number {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  while (performance.now() < until) {
    acts.reduce(taken, start);
    done += acts.length;
  }
  return done;
}
