import fc from 'fast-check';
import { wakeUps } from '../../../../../workflows/rules/dispatch/clocks.ts';
import type { Act, Assignment, Command } from '../../../../../workflows/rules/dispatch/command.ts';
import { owns } from '../../../../../workflows/rules/dispatch/owners.ts';
import { type Permitted, permitted } from '../../../../../workflows/rules/dispatch/permitted.ts';
import { isInHand } from '../../../../../workflows/rules/dispatch/row.ts';
import type { DispatchState } from '../../../../../workflows/rules/dispatch/state.ts';
import type { DispatchId, RowId } from '../../../../../workflows/rules/ids.ts';
import { type Actor, SYSTEM } from '../../../../../workflows/rules/people.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { dateOf } from '../../../../../workflows/rules/working-time/days.ts';
import type { DueRule } from '../../../../../workflows/rules/working-time/deadline.ts';
import { dayAt, MINUTE } from '../../../../../workflows/rules/working-time/zone.ts';
import { form } from '../../../../builders/incoming.ts';
import { postOf } from '../../../../builders/people.ts';
import type { World } from './world.ts';

/** What happens next, as dice; the state says what they mean, so that every shorter walk makes sense too. */
export interface Dice {
  readonly what: number;
  readonly who: number;
  readonly act: number;
  readonly row: number;
  readonly fill: readonly number[];
  readonly wait: number;
}

const die = fc.nat({ max: 239 });
export const dice: fc.Arbitrary<Dice> = fc.record({
  what: die,
  who: die,
  act: die,
  row: die,
  fill: fc.array(die, { minLength: 6, maxLength: 6 }),
  wait: die,
});

/** A move in the game and the instant that the command is given with. */
export interface Move {
  readonly command: Command;
  readonly at: Instant;
}

/** Mostly time stands still; else minutes, hours or days pass. */
export function later(now: Instant, { wait }: Dice): Instant {
  // The clock of the machine that tells it can be behind that of another.
  if (wait < 10) return now - MINUTE;
  if (wait < 120) return now;
  const minutes = wait < 160 ? wait : wait < 200 ? (wait - 159) * 60 : (wait - 199) * 1440;
  return now + minutes * MINUTE;
}

/** What the dice mean here: an allowed act, any act at all, a timer, or word from outside. */
export function moveOf(world: World, state: DispatchState, now: Instant, roll: Dice): Move | undefined {
  if (state.status === 'none' || roll.what < 4) return told(world, now, 0, roll);
  if (roll.what < 165) return allowed(world, state, now, roll);
  if (roll.what < 190) return { at: now, command: anything(world, state, now, roll) };
  if (roll.what < 225) return timer(state, now, roll);
  return told(world, now, 1 + (roll.act % 4), roll, state);
}

function pick<T>(from: readonly T[], die: number): T | undefined {
  return from[die % Math.max(from.length, 1)];
}

/** Acts that end, undo or stop much; seldom done, or few walks would get far. */
const SELDOM = new Set<Act['kind']>([
  'refuse',
  'link',
  'discard',
  'undoRegistration',
  'returnToSender',
  'settle',
  'suspend',
  'withdraw',
]);

/** One of the kinds of act that are open to anybody, and then one of them. */
function allowed(world: World, state: DispatchState, now: Instant, roll: Dice): Move | undefined {
  if (state.status === 'registering') return told(world, now, 1, roll);
  const seldom = roll.wait % 8 === 0;
  const acts = world.people.flatMap((by) =>
    [...permitted(state, by, now), ...unread(state, by)].flatMap((act) =>
      seldom || !SELDOM.has(act.kind) ? [{ ...act, by }] : [],
    ),
  );
  const kind = pick([...new Set(acts.map((act) => act.kind))], roll.act);
  const act = pick(
    acts.filter((one) => one.kind === kind),
    roll.who,
  );
  return act && { at: now, command: filled(world, state, now, act.kind, act.row ?? 0, act.by, roll) };
}

function unread(state: DispatchState, by: Actor): readonly Permitted[] {
  return state.rows
    .filter((row) => row.id !== 0 && row.readAt === undefined && isInHand(row) && owns(by, row))
    .map(({ id }) => ({ kind: 'read', row: id }));
}

const ACTS: readonly Act['kind'][] = [
  'enterPaper',
  'refuse',
  'register',
  'undoRegistration',
  'link',
  'discard',
  'attachCopy',
  'present',
  'direct',
  'passOn',
  'settle',
  'reopen',
  'returnToSender',
  'accept',
  'report',
  'forward',
  'complete',
  'giveBack',
  'withdraw',
  'read',
  'changeRow',
  'claim',
  'release',
  'suspend',
  'resume',
];

function anything(world: World, state: DispatchState, now: Instant, roll: Dice): Command {
  const by = pick(world.people, roll.who);
  const kind = pick(ACTS, roll.act);
  if (!by || !kind) throw new Error('nobody');
  // One row too many on purpose.
  const row = roll.row % (state.rows.length + 1);
  return filled(world, state, now, kind, row, by, roll);
}

/** Any of the timers that are due, in any order; sometimes one that is not, or not any more. */
function timer(state: DispatchState, now: Instant, roll: Dice): Move | undefined {
  const due = wakeUps(state).filter(({ at }) => at <= now);
  const wakeUp = pick(due, roll.row);
  if (roll.fill[0] === 0) {
    const command = {
      kind: 'levelDue',
      clock: { row: roll.row % 5 },
      level: 'L1',
      firedAt: now,
      by: SYSTEM,
    } as const;
    return { command, at: now };
  }
  if (!wakeUp) return undefined;
  const { clock, level, at } = wakeUp;
  return { command: { kind: 'levelDue', clock, level, firedAt: now, by: SYSTEM }, at };
}

function told(world: World, now: Instant, what: number, roll: Dice, state?: DispatchState): Move {
  const { envelope, calendar, chain } = world;
  const row = roll.row % Math.max(state?.rows.length ?? 1, 1);
  const tidings: readonly Command[] = [
    { kind: 'arrive', envelope, calendar, chain, by: SYSTEM },
    { kind: 'numberAllocated', number: 1 + roll.row, by: SYSTEM },
    { kind: 'assigneesCounted', row, found: peopleFor(world, state, row), by: SYSTEM },
    { kind: 'attachCopy', source: 'axis', from: `copy${roll.row % 2}` as DispatchId, by: SYSTEM },
    {
      kind: 'calendarChanged',
      calendar: { ...calendar, ...changedDays(world, now), version: roll.row },
      by: SYSTEM,
    },
  ];
  const command = tidings[what];
  if (!command) throw new Error('no such tiding');
  return { command, at: now };
}

function peopleFor({ people }: World, state: DispatchState | undefined, id: RowId): number {
  const receiver = state?.rows[id]?.receiver;
  if (receiver?.kind === 'unit') return people.filter(({ unit }) => unit === receiver.unit).length;
  return receiver?.kind === 'post' ? 1 : 0;
}

function changedDays({ calendar }: World, now: Instant) {
  const tomorrow = dateOf(dayAt(calendar, now) + 1);
  return { daysOff: [...calendar.daysOff, tomorrow] };
}

/** The act with its form filled in at random: mostly well, sometimes not. */
function filled(
  world: World,
  state: DispatchState,
  now: Instant,
  kind: Act['kind'],
  row: RowId,
  by: Actor,
  { fill }: Dice,
): Command {
  const [d0 = 0, d1 = 0, d2 = 0] = fill;
  const reason = d0 < 16 ? 'ngắn' : 'một lý do đủ dài để ghi lại';
  const opinion = d0 < 16 ? '' : reason;
  const leader = postOf(pick(world.people.slice(0, -1), d1) ?? by);
  const assignments = assignmentsOf(world, now, fill);
  const confirmLater = d2 % 3 === 0;
  const calendar = state.calendar ?? world.calendar;
  const due = dueOf(world, now, d2);
  const acts: { readonly [Kind in Act['kind']]: Extract<Act, { kind: Kind }> } = {
    enterPaper: {
      kind: 'enterPaper',
      envelope: { ...world.envelope, source: 'paper' },
      calendar,
      chain: world.chain,
      form: form(),
      duplicates: [],
    },
    refuse: { kind: 'refuse', reason: 'wrongRecipient', text: reason },
    register: { kind: 'register', chain: world.chain, ...registration(world, reason, fill) },
    undoRegistration: { kind: 'undoRegistration', reason },
    link: { kind: 'link', to: { dispatch: 'd9' as DispatchId, number: 9, year: 2026 } },
    discard: { kind: 'discard', reason },
    attachCopy: { kind: 'attachCopy', source: 'paper', from: undefined },
    present: { kind: 'present', leader, opinion },
    direct: { kind: 'direct', assignments, opinion, confirmLater, ...(d1 % 2 === 0 && { leader }) },
    passOn: { kind: 'passOn', assignments, opinion, confirmLater, leader },
    settle: { kind: 'settle', opinion },
    reopen: { kind: 'reopen', due: due ?? { kind: 'workingDays', days: 5 }, reason, confirmLater },
    returnToSender: { kind: 'returnToSender', reason: 'other', text: reason, consent: leader },
    accept: { kind: 'accept', row },
    report: { kind: 'report', row, percent: d1 % 111, text: reason },
    forward: { kind: 'forward', row, assignments, opinion, confirmLater, closeWhenRead: d1 % 2 === 0 },
    complete: { kind: 'complete', row, result: opinion, ...completion(d1) },
    giveBack: { kind: 'giveBack', row, reason },
    withdraw: { kind: 'withdraw', row, reason },
    read: { kind: 'read', row },
    changeRow: { kind: 'changeRow', row, confirmLater, ...change(d1), ...(due && { due }) },
    claim: { kind: 'claim', row },
    release: { kind: 'release', row },
    suspend: { kind: 'suspend', row, reason },
    resume: { kind: 'resume', row },
  };
  return { ...acts[kind], by };
}

function registration(world: World, reason: string, [d0 = 0, d1 = 0]: readonly number[]) {
  return {
    form: form({ subject: d0 < 16 ? ' ' : 'V/v', priority: world.envelope.priority }),
    duplicates: d1 < 40 ? [{ dispatch: 'd9' as DispatchId, number: 9, year: 2026 }] : [],
    ...(d1 < 20 && { newDespiteDuplicate: reason }),
  };
}

function completion(die: number) {
  const reply = { code: '1/UBND', issuedOn: '2026-03-09' };
  return { confirmOpenBranch: die % 3 > 0, ...(die % 2 === 0 && { reply }) };
}

function change(die: number) {
  const role = pick(['lead', 'cooperate', 'inform'] as const, die);
  return die % 4 < 3 && role ? { role } : {};
}

function assignmentsOf(
  world: World,
  now: Instant,
  [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0]: readonly number[],
) {
  const ours = world.people.slice(0, -1);
  const one = (to: number, as: number): Assignment[] => {
    const receiver =
      to % 2 === 0
        ? pick(world.units, to / 2)
        : postOf(pick(ours, (to - 1) / 2) ?? (world.people[0] as Actor));
    const role = (['lead', 'lead', 'cooperate', 'inform'] as const)[as % 4] ?? 'lead';
    const due = dueOf(world, now, as + d5);
    return receiver ? [{ receiver, role, ...(due && { due }) }] : [];
  };
  return [...one(d3, d4), ...(d0 % 3 > 0 ? one(d1, d2) : []), ...(d0 % 3 > 1 ? one(d5, d0) : [])];
}

function dueOf({ calendar }: World, now: Instant, die: number): DueRule | undefined {
  const date = dateOf(dayAt(calendar, now) + (die % 9) - 2);
  const rules: readonly DueRule[] = [
    { kind: 'workingDays', days: die % 6 },
    { kind: 'workingMinutes', minutes: 1 + die },
    { kind: 'realMinutes', minutes: 1 + die },
    { kind: 'days', days: die % 6 },
    { kind: 'months', months: 1 },
    { kind: 'before', date },
    { kind: 'byEndOf', date },
    { kind: 'at', instant: now + (die - 20) * 60 * MINUTE },
  ];
  return die % 2 === 0 ? undefined : pick(rules, Math.floor(die / 2));
}
