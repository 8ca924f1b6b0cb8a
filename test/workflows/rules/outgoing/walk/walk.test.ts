import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inheritedEnv } from '../../../../../config/env.ts';
import { isRefusal } from '../../../../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId } from '../../../../../workflows/rules/ids.ts';
import { dueCommand, wakeUps } from '../../../../../workflows/rules/outgoing/clocks.ts';
import type { OutgoingCommand } from '../../../../../workflows/rules/outgoing/command.ts';
import { decide } from '../../../../../workflows/rules/outgoing/decide.ts';
import { effects } from '../../../../../workflows/rules/outgoing/effects.ts';
import type { OutgoingEvent } from '../../../../../workflows/rules/outgoing/event.ts';
import { evolve } from '../../../../../workflows/rules/outgoing/evolve.ts';
import { permitted } from '../../../../../workflows/rules/outgoing/permitted.ts';
import { isOver, nothingDrafted, type OutgoingState } from '../../../../../workflows/rules/outgoing/state.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { agencies } from '../../../../builders/people.ts';
import { answered, recordGivesState, shuffled, type Walk } from '../../../../builders/walking.ts';
import { type Dice, dice, later } from '../../dispatch/walk/moves.ts';
import { issued } from './ending.ts';
import { holdAlways } from './invariants.ts';
import { drafter, moveOf } from './moves.ts';
import { type World, world } from './world.ts';

const runs = Number(inheritedEnv()['RUNS'] ?? 2000);
const start = nothingDrafted(agencies.province, 'o1' as DispatchId);

/** Refusals that depend on how the form is filled in, or on what only trying it out can tell. */
const FORM = new Set([
  ...['textTooShort', 'textTooLong', 'fieldMissing', 'mainFileMissing', 'recipientsMissing', 'draftChanged'],
  ...['chainWithoutSigner', 'stepNotPassed', 'noSuchStep', 'signersMissing', 'placesMixed', 'alreadyInStep'],
  ...['onlyBeforeSigning', 'ownDraft', 'fileChanged', 'authorityMissing'],
]);

/** Ids that a refusal may name. */
const RULES = /^(O\d+|A-\d|D-[12]|P-3|U-[35])$/;

type Taken = Walk<OutgoingState, OutgoingEvent>;

function step(of: World, walk: Taken, now: Instant, roll: Dice): Taken {
  const move = moveOf(of, walk.state, now, roll);
  if (!move) return walk;
  const { command, at } = move;
  const answer = answered(walk.state, () => decide(walk.state, command, at), RULES, textOf);
  buttonsTellTheTruth(walk.state, command, now, answer);
  if (isRefusal(answer)) return walk;
  const state = answer.reduce(evolve, walk.state);
  holdAlways(of, state, now);
  return { state, events: [...walk.events, ...answer] };
}

/** Everything but what is large and never changes. */
function textOf(state: OutgoingState): string {
  return JSON.stringify({ ...state, calendar: undefined, chain: undefined });
}

/** U-3: what is offered is not refused, what is not offered is. */
function buttonsTellTheTruth(
  state: OutgoingState,
  command: OutgoingCommand,
  now: Instant,
  answer: unknown,
): void {
  if ('system' in command.by || command.kind === 'draft') return;
  const task = 'task' in command ? command.task : undefined;
  const at = Math.max(now, state.changedAt);
  const offered = permitted(state, command.by, at).some(
    (one) => one.kind === command.kind && one.task === task,
  );
  if (!offered) expect(isRefusal(answer)).toBe(true);
  else if (isRefusal(answer)) expect(FORM).toContain(answer.key);
}

/** P-12, E-1: whatever timers wait, in whatever order they fire, each does once at most. */
function everyTimerFiresOnce(state: OutgoingState, order: readonly number[]): void {
  const waiting = shuffled(wakeUps(state), order);
  let now = state;
  for (const wakeUp of waiting) {
    const answer = decide(now, dueCommand(wakeUp, wakeUp.at), wakeUp.at);
    if (isRefusal(answer)) throw new Error(answer.key);
    now = answer.reduce(evolve, now);
    expect(decide(now, dueCommand(wakeUp, wakeUp.at), wakeUp.at)).toEqual([]);
  }
  const waits = new Set(waiting.map((wakeUp) => JSON.stringify(wakeUp)));
  expect(wakeUps(now).filter((wakeUp) => waits.has(JSON.stringify(wakeUp)))).toEqual([]);
}

/** flows 3: whatever opens is asked for, whatever is issued is handed to everybody, and no notice goes to nobody. */
function effectsFollow(events: readonly OutgoingEvent[]): void {
  let state = start;
  const all = events.flatMap((event) => {
    state = evolve(state, event);
    return effects(event, state);
  });
  const count = (kind: OutgoingEvent['kind']) => events.filter((event) => event.kind === kind).length;
  const counted = (kind: string) => all.filter((effect) => effect.kind === kind).length;
  expect(counted('findApprovers')).toBe(count('stepOpened'));
  expect(counted('allocateNumber')).toBe(count('numberAsked'));
  expect(counted('handOff')).toBe(state.issuedTo.length);
  expect(all.filter((effect) => effect.kind === 'notify' && effect.to.length === 0)).toEqual([]);
}

test('P-2, P-3, P-8, P-12, U-3, A-5: on any walk through any office', () => {
  fc.assert(
    fc.property(world, fc.array(dice, { maxLength: 80, size: 'max' }), (of, rolls) => {
      let walk: Taken = { state: start, events: [] };
      let now = of.start;
      for (const roll of rolls) {
        now = later(now, roll);
        walk = step(of, walk, now, roll);
      }
      const { state } = walk;
      recordGivesState(walk, start, evolve);
      everyTimerFiresOnce(
        state,
        rolls.map(({ what }) => what),
      );
      effectsFollow(walk.events);
      if (!isOver(state)) expect(issued(of, state, now)?.status).toBe('issued');
      const unsigned = !isOver(state) && state.status !== 'none' && !state.signature;
      // O14
      if (unsigned) {
        expect(permitted(state, drafter(of), now)).toContainEqual({ kind: 'cancel', task: undefined });
      }
    }),
    { numRuns: runs },
  );
}, 600_000);
