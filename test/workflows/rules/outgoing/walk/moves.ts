import { dueCommand, wakeUps } from '../../../../../workflows/rules/outgoing/clocks.ts';
import type { OutgoingAct, OutgoingCommand } from '../../../../../workflows/rules/outgoing/command.ts';
import { permitted } from '../../../../../workflows/rules/outgoing/permitted.ts';
import { currentVisit, type OutgoingState } from '../../../../../workflows/rules/outgoing/state.ts';
import { stepOf } from '../../../../../workflows/rules/outgoing/steps.ts';
import { type Actor, SYSTEM } from '../../../../../workflows/rules/people.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { postOf } from '../../../../builders/people.ts';
import type { Dice } from '../../dispatch/walk/moves.ts';
import { filled, pick } from './filled.ts';
import { foundFor, type World } from './world.ts';

/** A move in the game and the instant that the command is given with. */
export interface Move {
  readonly command: OutgoingCommand;
  readonly at: Instant;
}

type Kind = OutgoingAct['kind'];

/** What the dice mean here: an allowed act, any act at all, a timer, or word from outside. */
export function moveOf(world: World, state: OutgoingState, now: Instant, roll: Dice): Move | undefined {
  if (state.status === 'none')
    return { command: filled(world, state, 'draft', undefined, drafter(world), roll), at: now };
  if (roll.what < 165) return answerOf(world, state, now, roll) ?? allowed(world, state, now, roll);
  if (roll.what < 190) return { command: anything(world, state, roll), at: now };
  if (roll.what < 225) return timer(state, now, roll);
  return { command: told(world, state, roll), at: now };
}

export function drafter({ people }: World): Actor {
  const [, , third] = people;
  if (!third) throw new Error('nobody drafts');
  return third;
}

/** What is asked of the world it mostly answers at once. */
function answerOf(world: World, state: OutgoingState, now: Instant, roll: Dice): Move | undefined {
  const answer = theAnswer(world, state);
  return answer && roll.wait % 8 > 0 ? { command: answer, at: now } : undefined;
}

/** The world's own answer to what it is asked. */
export function theAnswer(world: World, state: OutgoingState): OutgoingCommand | undefined {
  if (state.status === 'numbering') return { kind: 'numberAllocated', number: 1, by: SYSTEM };
  const visit = currentVisit(state);
  const rule = visit?.seeking ? stepOf(state, visit.step)?.who : undefined;
  if (!visit || !rule) return undefined;
  const near = state.drafter ? [state.drafter.unit] : [];
  return { kind: 'approversFound', visit: visit.id, found: foundFor(world, rule, near), by: SYSTEM };
}

/** Acts that end, undo or stop much; seldom done, or few walks would get far. */
const SELDOM = new Set<Kind>([
  'withdrawSubmission',
  'pause',
  'jump',
  'refuse',
  'sendBack',
  'removeSigner',
  'voidNumber',
  'copyTo',
  'issue',
]);

/** What goes on, more often done than what turns aside. */
const OFTEN: readonly Kind[] = [
  'approve',
  'approve',
  'approve',
  'submit',
  'submit',
  'sign',
  'addSigners',
  'resume',
];

/** One of the kinds of act that are open to anybody, and then one of them. */
function allowed(world: World, state: OutgoingState, now: Instant, roll: Dice): Move | undefined {
  const seldom = roll.wait % 4 === 0;
  const acts = world.people.flatMap((by) => permitted(state, by, now).map((act) => ({ ...act, by })));
  const kinds = new Set(acts.map(({ kind }) => kind));
  if (roll.fill[5] !== 0) kinds.delete('cancel');
  const some = [...kinds].filter((kind) => seldom || !SELDOM.has(kind));
  const kind = pick([...some, ...OFTEN.filter((one) => kinds.has(one))], roll.act);
  const act = pick(
    acts.filter((one) => one.kind === kind),
    roll.who,
  );
  return act && { command: filled(world, state, act.kind, act.task, act.by, roll), at: now };
}

const ACTS: readonly Kind[] = [
  ...(['draft', 'save', 'submit', 'approve', 'refuse', 'sendBack', 'transfer', 'addSigners'] as const),
  ...(['removeSigner', 'copyTo', 'withdrawAct', 'withdrawSubmission', 'pause', 'resume'] as const),
  ...([
    'reassign',
    'appoint',
    'jump',
    'letRevise',
    'sign',
    'number',
    'voidNumber',
    'issue',
    'cancel',
  ] as const),
];

function anything(world: World, state: OutgoingState, roll: Dice): OutgoingCommand {
  const by = pick(world.people, roll.who);
  const kind = pick(ACTS, roll.act);
  if (!by || !kind) throw new Error('nobody');
  // One task too many on purpose.
  const tasks = state.visits.flatMap((visit) => visit.tasks).length;
  return filled(world, state, kind, roll.row % (tasks + 1), by, roll);
}

/** Any of the timers that are due, in any order; sometimes one that is not, or not any more. */
function timer(state: OutgoingState, now: Instant, roll: Dice): Move | undefined {
  if (roll.fill[0] === 0) {
    return { command: { kind: 'voteOver', visit: roll.row % 5, firedAt: now, by: SYSTEM }, at: now };
  }
  const due = pick(
    wakeUps(state).filter(({ at }) => at <= now),
    roll.row,
  );
  return due && { command: dueCommand(due, now), at: due.at };
}

/** Word from outside: fewer people than the rule means, for the wrong step, a number nobody asked for, a calendar. */
function told(world: World, state: OutgoingState, { act, row }: Dice): OutgoingCommand {
  const { calendar } = world;
  const people = world.people.slice(0, -1);
  const some = people.filter((_one, index) => (row >> index) % 2 === 1);
  const words: readonly OutgoingCommand[] = [
    {
      kind: 'approversFound',
      visit: row % Math.max(state.visits.length, 1),
      found: some.map((one) => ({ approver: postOf(one), head: undefined })),
      by: SYSTEM,
    },
    { kind: 'numberAllocated', number: row, by: SYSTEM },
    { kind: 'calendarChanged', calendar: { ...calendar, version: calendar.version + (row % 4) }, by: SYSTEM },
  ];
  return pick(words, act) ?? { kind: 'numberAllocated', number: row, by: SYSTEM };
}
