import { expect } from 'vitest';
import { counted, isGone } from '../../../../../workflows/rules/approval/task.ts';
import {
  lacksApprovers,
  openTasks,
  outcomeOf,
  type Visit,
} from '../../../../../workflows/rules/approval/visit.ts';
import { wakeUps } from '../../../../../workflows/rules/outgoing/clocks.ts';
import { type OutgoingPermitted, permitted } from '../../../../../workflows/rules/outgoing/permitted.ts';
import { currentVisit, isOver, type OutgoingState } from '../../../../../workflows/rules/outgoing/state.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import type { World } from './world.ts';

/** Everything that flows 12 says is always true of a draft, and how its visits hang together. */
export function holdAlways(world: World, state: OutgoingState, now: Instant): void {
  if (isOver(state)) {
    expect(wakeUps(state)).toEqual([]);
    expect(state.limits).toEqual({});
    expect(currentVisit(state)).toBeUndefined();
  } else {
    somethingIsAwaited(world, state, now);
  }
  visitsHangTogether(state);
  const stranger = world.people.at(-1);
  if (stranger) expect(permitted(state, stranger, now)).toEqual([]);
}

/** P-2: an approver, the world, the drafter, the clerk, or an administrator has it in hand. */
function somethingIsAwaited(world: World, state: OutgoingState, now: Instant): void {
  const acts = world.people.flatMap((by) => permitted(state, by, now).map(({ kind }) => kind));
  const act = state.pausedAt === undefined ? wanted(state) : 'resume';
  if (act) expect(acts).toContain(act);
}

/** What somebody can do to go on; nothing while the world is asked. */
function wanted(state: OutgoingState): OutgoingPermitted['kind'] | undefined {
  const { status } = state;
  switch (status) {
    case 'drafting':
    case 'sentBack':
      return 'submit';
    case 'signed':
      return 'number';
    case 'numbered':
      return 'issue';
    case 'numbering':
      expect(state.pendingNumber).toBeDefined();
      return undefined;
    default: {
      const visit = currentVisit(state);
      if (!visit) throw new Error(`nobody has it in hand: ${status}`);
      expect(outcomeOf(visit)).toBeUndefined();
      if (visit.seeking) return undefined;
      if (lacksApprovers(visit)) return 'appoint';
      return openTasks(visit).some(({ under }) => under || visit.act !== 'sign') ? 'approve' : 'sign';
    }
  }
}

const STATUS = { approve: 'approving', checkForm: 'checkingForm', sign: 'awaitingSignature' } as const;

function visitsHangTogether(state: OutgoingState): void {
  const { visits, status, firmBefore } = state;
  const open = visits.filter(({ ended }) => !ended);
  const underWay = (Object.values(STATUS) as string[]).includes(status);
  expect(open).toHaveLength(underWay ? 1 : 0);
  const [current] = open;
  if (current) {
    expect(status).toBe(STATUS[current.act]);
    expect(current.id).toBeGreaterThanOrEqual(firmBefore);
    if (current.act === 'sign') expect(state.approvedHash).toBe(state.content?.main?.hash);
  }
  visits.forEach((visit, index) => {
    expect(visit.id).toBe(index);
    tasksHangTogether(visit, state);
  });
  const ids = visits.flatMap(({ tasks }) => tasks.map(({ id }) => id)).sort((a, b) => a - b);
  expect(ids).toEqual(ids.map((_id, index) => index));
}

function tasksHangTogether({ tasks, ended, act }: Visit, { drafter, signature }: OutgoingState): void {
  const people = tasks.filter((task) => !isGone(task)).map(({ approver }) => approver.post);
  expect(new Set(people).size).toBe(people.length);
  for (const task of tasks) {
    if (ended) expect(task.state).not.toBe('live');
    if (isGone(task)) continue;
    for (const other of [task.under?.task, task.addedBy]) {
      const above = tasks.find(({ id }) => id === other);
      if (other !== undefined) expect(above?.state).not.toMatch(/removed|transferred/);
    }
    expect(task.acted !== undefined).toBe(task.state !== 'live');
  }
  // O5: nobody checks the form of their own draft.
  if (act === 'checkForm') {
    expect(counted(tasks).map(({ approver }) => approver.person)).not.toContain(drafter?.person);
  }
  // O7: nobody but a head who is alone signs their own draft.
  if (signature && 'person' in signature.by && signature.by.person === drafter?.person) {
    expect(signature.authority.form).toBe('head');
  }
}
