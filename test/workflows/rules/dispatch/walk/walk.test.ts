import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inheritedEnv } from '../../../../../config/env.ts';
import { levelDue, wakeUps } from '../../../../../workflows/rules/dispatch/clocks.ts';
import type { Command } from '../../../../../workflows/rules/dispatch/command.ts';
import { decide } from '../../../../../workflows/rules/dispatch/decide.ts';
import { effects } from '../../../../../workflows/rules/dispatch/effects.ts';
import type { Event } from '../../../../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../../../../workflows/rules/dispatch/evolve.ts';
import { permitted } from '../../../../../workflows/rules/dispatch/permitted.ts';
import { isRefusal } from '../../../../../workflows/rules/dispatch/refusal.ts';
import { type DispatchState, emptyState } from '../../../../../workflows/rules/dispatch/state.ts';
import type { DispatchId } from '../../../../../workflows/rules/ids.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { agencies } from '../../../../builders/people.ts';
import { answered, recordGivesState, shuffled, type Walk } from '../../../../builders/walking.ts';
import { ended } from './ending.ts';
import { holdAlways } from './invariants.ts';
import { type Dice, dice, later, moveOf } from './moves.ts';
import { type World, world } from './world.ts';

const runs = Number(inheritedEnv()['RUNS'] ?? 2000);
const start = emptyState(agencies.province, 'd1' as DispatchId);

/** Refusals that depend on how the form is filled in, or on what only trying it out can tell. */
const FORM = new Set([
  'textTooShort',
  'textTooLong',
  'fieldMissing',
  'duplicate',
  'issuedAfterArrival',
  'leaderMissing',
  'receiversMissing',
  'leadMissing',
  'informOnly',
  'receiverTwice',
  'receiverIsHolder',
  'receiverHasIt',
  'deadlinePast',
  'deadlineLater',
  'deadlineAboveGiven',
  'percentRange',
  'branchOpen',
  'replyMissing',
  'nothingChanged',
  'onlyLead',
  'alreadyForwarded',
]);

/** Acts that have no button of their own: opening a page, and what begins a dispatch. */
const WITHOUT_BUTTON = new Set<Command['kind']>(['read', 'enterPaper', 'attachCopy']);

/** Ids that a refusal may name. */
const RULES = /^(I\d+b?|I-R\d|R\d+|T-\d+|X-7|P-3|U-[35]|N4)$/;

type Taken = Walk<DispatchState, Event>;

function step(of: World, walk: Taken, now: Instant, roll: Dice): Taken {
  const move = moveOf(of, walk.state, now, roll);
  if (!move) return walk;
  const { command, at } = move;
  const answer = answered(walk.state, () => decide(walk.state, command, at), RULES);
  buttonsTellTheTruth(walk.state, command, now, answer);
  if (isRefusal(answer)) return walk;
  const state = answer.reduce(evolve, walk.state);
  if (command.kind === 'arrive' && walk.state.status !== 'none') {
    const { revision, changedAt } = state;
    expect(state).toEqual({ ...walk.state, revision, changedAt });
  }
  holdAlways(of, state, now);
  return { state, events: [...walk.events, ...answer] };
}

/** U-3: what is offered is not refused, what is not offered is. */
function buttonsTellTheTruth(state: DispatchState, command: Command, now: Instant, answer: unknown): void {
  if ('system' in command.by || WITHOUT_BUTTON.has(command.kind)) return;
  const row = 'row' in command ? command.row : undefined;
  const offered = permitted(state, command.by, now).some(
    (one) => one.kind === command.kind && one.row === row,
  );
  if (!offered) expect(isRefusal(answer)).toBe(true);
  else if (isRefusal(answer)) expect(FORM).toContain(answer.key);
}

/** P-12, E-1: whatever timers wait, in whatever order they fire, each does once. */
function everyTimerFiresOnce(state: DispatchState, order: readonly number[]): void {
  let now = state;
  for (const wakeUp of shuffled(wakeUps(state), order)) {
    const answer = decide(now, levelDue(wakeUp, wakeUp.at), wakeUp.at);
    if (isRefusal(answer)) throw new Error(answer.key);
    expect(answer.map(({ kind }) => kind).filter((kind) => kind !== 'rowReassigned')).toEqual(['levelFired']);
    now = answer.reduce(evolve, now);
    expect(decide(now, levelDue(wakeUp, wakeUp.at), wakeUp.at)).toEqual([]);
  }
  expect(wakeUps(now)).toEqual([]);
}

/** Flows 11: 04 once; 06 whenever it ends; the others with what they tell. */
function statusesFollow(events: readonly Event[]): void {
  let state = start;
  const codes = events.flatMap((event) => {
    state = evolve(state, event);
    return effects(event, state).flatMap((effect) =>
      effect.kind === 'reportStatus' && effect.arrival === state.id && event.kind !== 'repeatReceived'
        ? [effect.code]
        : [],
    );
  });
  const count = (kind: Event['kind']) => events.filter((event) => event.kind === kind).length;
  const counted = (code: string) => codes.filter((one) => one === code).length;
  expect(counted('01')).toBe(count('arrived'));
  expect(counted('02')).toBe(count('refused'));
  expect(counted('03')).toBe(count('registered'));
  expect(counted('04')).toBe(events.some(({ kind }) => kind === 'assigned') ? 1 : 0);
  expect(counted('05')).toBe(count('workStarted') + count('reopened'));
  expect(counted('06')).toBe(count('completed'));
}

test('P-2, P-3, P-4, P-6, P-7, P-8, P-12, U-3: on any walk through any office', () => {
  fc.assert(
    fc.property(world, fc.array(dice, { maxLength: 100, size: 'max' }), (of, rolls) => {
      let walk: Taken = { state: start, events: [] };
      let now = of.start;
      for (const roll of rolls) {
        now = later(now, roll);
        walk = step(of, walk, now, roll);
      }
      recordGivesState(walk, start, evolve);
      everyTimerFiresOnce(
        walk.state,
        rolls.map(({ what }) => what),
      );
      statusesFollow(walk.events);
      expect(ended(of, walk.state, now)).toBeDefined();
    }),
    { numRuns: runs },
  );
}, 600_000);
