import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, type Mode } from '../../../../workflows/rules/approval/mode.ts';
import {
  addedTasks,
  addingFault,
  born,
  handedOver,
  removedWith,
} from '../../../../workflows/rules/approval/signers.ts';
import { counted, isGone, type Place, type Task } from '../../../../workflows/rules/approval/task.ts';
import {
  lacksApprovers,
  openTasks,
  outcomeOf,
  reopened,
  type Visit,
} from '../../../../workflows/rules/approval/visit.ts';
import { clock } from '../../../../workflows/rules/dispatch/row.ts';
import { deadlineFor } from '../../../../workflows/rules/working-time/due-at.ts';
import { SYSTEM } from '../../../../workflows/rules/people.ts';
import { fixtureCalendar } from '../../../builders/calendar.ts';
import { postOf, someone, vx } from '../../../builders/people.ts';

const deadline = deadlineFor(fixtureCalendar, { kind: 'workingDays', days: 1 }, 0);
const modes: readonly Mode[] = [
  { kind: 'any' },
  { kind: 'all' },
  { kind: 'sequential' },
  { kind: 'ratio', percent: 60 },
  { kind: 'vote', percent: 50 },
];
const places: readonly Place[] = ['before', 'after', 'parallel', 'delegated'];

function somebody(id: number) {
  return postOf(someone(`p${id}`, `p${id}`, '', vx));
}

function visitOf(mode: Mode, approvers: number): Visit {
  const tasks = Array.from({ length: approvers }, (_, id) =>
    born({ id, approver: somebody(id), turn: id, under: undefined, addedBy: undefined }),
  );
  const head = { id: 0, step: 'decide', act: 'approve', mode, clock: clock(deadline, 0) } as const;
  return { ...head, seeking: false, tasks, ended: undefined };
}

/** What an approver in turn does, as dice. */
const move = fc.record({ who: fc.nat(99), what: fc.nat(99), place: fc.constantFrom(...places) });
type Move = typeof move extends fc.Arbitrary<infer Made> ? Made : never;

function moved(visit: Visit, { who, what, place }: Move): Visit {
  const open = openTasks(visit);
  const task = open[who % open.length];
  if (!task) return visit;
  const next = visit.tasks.length;
  const to = (state: Task['state']): Visit => ({
    ...visit,
    tasks: visit.tasks.map((one) => (one.id === task.id ? { ...one, state, acted } : one)),
  });
  if (what < 35) return to('approved');
  if (what < 40) return to('refused');
  if (what < 80) {
    const people = [somebody(next)];
    if (addingFault(visit.tasks, task.id, place, people)) return visit;
    return { ...visit, tasks: [...visit.tasks, ...addedTasks(next, task, place, people).map(born)] };
  }
  if (what < 90) {
    const { turn, under, addedBy } = task;
    const heir = { id: next, approver: somebody(next), turn, under, addedBy };
    return { ...visit, tasks: handedOver(visit.tasks, task.id, heir) };
  }
  const live = visit.tasks.filter(({ state }) => state === 'live');
  const gone = removedWith(visit.tasks, (live[what % live.length] ?? task).id);
  const tasks = visit.tasks.map((one): Task => (gone.includes(one.id) ? { ...one, state: 'removed' } : one));
  return { ...visit, tasks };
}

const acted = { at: 0, by: SYSTEM, text: '', hash: undefined, earlier: false };

/** Whoever hangs somewhere hangs under somebody who is still there. */
function hangsTogether({ tasks }: Visit): void {
  for (const task of tasks.filter((one) => !isGone(one))) {
    const above = tasks.find(({ id }) => id === task.under?.task);
    if (task.under) expect(above && !isGone(above)).toBe(true);
    const adder = tasks.find(({ id }) => id === task.addedBy);
    if (task.addedBy !== undefined) expect(adder && !isGone(adder)).toBe(true);
  }
}

test('A-2, A-3, A-5, A-6: any tree of added signers has somebody in turn, or an outcome, or nobody at all', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...modes),
      fc.integer({ min: 1, max: 4 }),
      fc.array(move, { maxLength: 40, size: 'max' }),
      (mode, approvers, moves) => {
        let visit = visitOf(mode, approvers);
        for (const one of moves) {
          if (outcomeOf(visit)) break;
          visit = moved(visit, one);
          hangsTogether(visit);
          const awaited = openTasks(visit).length > 0 || lacksApprovers(visit);
          expect(outcomeOf(visit) !== undefined || awaited).toBe(true);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('A-6: signers added before, after or to help are never counted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...modes),
      fc.integer({ min: 1, max: 4 }),
      fc.array(move, { maxLength: 40, size: 'max' }),
      (mode, approvers, moves) => {
        const hung = moves.map(
          (one) => ({ ...one, place: one.place === 'parallel' ? 'before' : one.place }) as const,
        );
        const visit = hung.reduce(
          (now, one) => (outcomeOf(now) ? now : moved(now, one)),
          visitOf(mode, approvers),
        );
        expect(counted(visit.tasks).length).toBeLessThanOrEqual(approvers);
      },
    ),
  );
});

test('A-1: an act that is taken back leaves the step as it was', () => {
  for (const mode of modes) {
    const before = visitOf(mode, 3);
    const [first] = openTasks(before);
    if (!first) throw new Error('nobody is in turn');
    const after = {
      ...before,
      tasks: before.tasks.map((one) => (one === first ? { ...one, state: 'approved' as const, acted } : one)),
    };
    expect(reopened(after, first.id)).toEqual(before);
    expect(decided(mode, { approved: 0, refused: 0, open: 3 })).toBeUndefined();
  }
});
