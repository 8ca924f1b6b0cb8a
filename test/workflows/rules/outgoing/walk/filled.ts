import type { Place } from '../../../../../workflows/rules/approval/task.ts';
import type { OutgoingAct, OutgoingCommand } from '../../../../../workflows/rules/outgoing/command.ts';
import type { TaskAct } from '../../../../../workflows/rules/outgoing/guard-task.ts';
import type { DraftAct } from '../../../../../workflows/rules/outgoing/guards.ts';
import type { OutgoingPermitted } from '../../../../../workflows/rules/outgoing/permitted.ts';
import { currentVisit, type OutgoingState } from '../../../../../workflows/rules/outgoing/state.ts';
import type { Actor } from '../../../../../workflows/rules/people.ts';
import { file } from '../../../../builders/outgoing.ts';
import { authority } from '../../../../builders/outgoing-deeds.ts';
import { postOf } from '../../../../builders/people.ts';
import type { Dice } from '../../dispatch/walk/moves.ts';
import type { World } from './world.ts';

type Kind = OutgoingAct['kind'];
type Acts<Some extends Kind> = { readonly [One in Some]: Extract<OutgoingCommand, { kind: One }> };

/** One act of this kind, filled in as the dice say: mostly well, now and then badly. */
export function filled(
  world: World,
  state: OutgoingState,
  kind: Kind,
  task: OutgoingPermitted['task'],
  by: Actor,
  { fill }: Pick<Dice, 'fill'>,
): OutgoingCommand {
  const acts = { ...onDraft(world, state, by, fill), ...onTask(world, state, task ?? 0, by, fill) };
  return acts[kind];
}

export function pick<T>(from: readonly T[], die: number): T | undefined {
  return from[die % Math.max(from.length, 1)];
}

function reasonOf([d0 = 0]: Dice['fill']): string {
  return d0 < 12 ? '  ngắn  ' : 'một lý do đủ dài để ghi lại';
}

/** One or two people, mostly such as are not in the step yet. */
function peopleFor(
  { people }: World,
  state: OutgoingState,
  by: Actor,
  [d0 = 0, d1 = 0, d2 = 0]: Dice['fill'],
) {
  const ours = people.slice(0, -1);
  const busy = new Set(currentVisit(state)?.tasks.map(({ approver }) => approver.post));
  const free = d0 < 24 ? ours : ours.filter(({ post }) => !busy.has(post));
  const one = postOf(pick(free, d1) ?? by);
  return d0 % 3 === 0 ? ([one, postOf(pick(free, d2) ?? by)] as const) : ([one] as const);
}

function onDraft(world: World, state: OutgoingState, by: Actor, fill: Dice['fill']): Acts<DraftAct> {
  const [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0] = fill;
  const content = pick(world.contents, d1);
  const chain = pick(world.chains, d2);
  if (!content || !chain) throw new Error('nothing to draft');
  const reason = reasonOf(fill);
  const people = peopleFor(world, state, by, fill);
  const keys = chain.steps.map(({ key }) => key);
  const step = pick(keys, d3) ?? '';
  const some = d3 % 8 === 0 ? [] : people;
  return {
    draft: { kind: 'draft', content, drafter: postOf(by), calendar: world.calendar, by },
    save: {
      kind: 'save',
      content: { ...content, main: d0 < 12 ? undefined : file(`v${d3 % 4}`) },
      base: state.versions.length - (d4 < 12 ? 1 : 0),
      by,
    },
    submit: {
      kind: 'submit',
      chain,
      steps: keys.filter((_key, index) => (d3 >> index) % 2 === 1),
      people: d4 % 4 === 0 ? { [step]: people.map(({ post }) => post) } : {},
      by,
    },
    copyTo: { kind: 'copyTo', people: some, by },
    withdrawSubmission: { kind: 'withdrawSubmission', by },
    pause: { kind: 'pause', reason, by },
    resume: { kind: 'resume', by },
    appoint: { kind: 'appoint', people: some, by },
    jump: { kind: 'jump', step, reason, by },
    number: { kind: 'number', series: 'general', notation: d3 < 24 ? ' ' : 'UBND-VX', by },
    voidNumber: { kind: 'voidNumber', reason, consent: people[0], by },
    issue: { kind: 'issue', by },
    cancel: { kind: 'cancel', reason, by },
  };
}

const PLACES: readonly Place[] = ['before', 'after', 'parallel', 'delegated'];

function onTask(
  world: World,
  state: OutgoingState,
  task: number,
  by: Actor,
  fill: Dice['fill'],
): Acts<TaskAct> {
  const [d0 = 0, , d2 = 0, d3 = 0, d4 = 0] = fill;
  const reason = reasonOf(fill);
  const people = peopleFor(world, state, by, fill);
  const [to] = people;
  const opinion = d0 < 12 ? 'x'.repeat(2001) : 'Nhất trí';
  const main = (d4 < 24 ? undefined : state.content?.main) ?? file('other');
  return {
    approve: { kind: 'approve', task, opinion, by },
    refuse: { kind: 'refuse', task, reason, by },
    sendBack: { kind: 'sendBack', task, to: returnTo(state, d2), reason, faults: [], by },
    transfer: { kind: 'transfer', task, to, opinion, by },
    addSigners: { kind: 'addSigners', task, place: pick(PLACES, d3) ?? 'before', people, opinion, by },
    removeSigner: { kind: 'removeSigner', task, reason, by },
    withdrawAct: { kind: 'withdrawAct', task, by },
    reassign: { kind: 'reassign', task, to, reason, by },
    letRevise: { kind: 'letRevise', task, reason, by },
    sign: {
      kind: 'sign',
      task,
      records: d3 < 20 ? [] : [authority(by, { form: d3 % 2 === 0 ? 'head' : 'KT' })],
      hash: main.hash,
      by,
    },
  };
}

function returnTo({ visits }: OutgoingState, die: number) {
  const steps = visits.map(({ step }) => ({ step }));
  return pick([...(['drafter', 'previous'] as const), ...steps], die) ?? 'drafter';
}
