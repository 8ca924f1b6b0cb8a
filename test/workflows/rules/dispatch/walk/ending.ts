import type { Act, Command } from '../../../../../workflows/rules/dispatch/command.ts';
import { decide } from '../../../../../workflows/rules/dispatch/decide.ts';
import { evolve } from '../../../../../workflows/rules/dispatch/evolve.ts';
import { type Permitted, permitted } from '../../../../../workflows/rules/dispatch/permitted.ts';
import { isRefusal } from '../../../../../workflows/rules/dispatch/refusal.ts';
import { type DispatchState, isFinal } from '../../../../../workflows/rules/dispatch/state.ts';
import { type Actor, SYSTEM } from '../../../../../workflows/rules/people.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { form } from '../../../../builders/incoming.ts';
import { postOf } from '../../../../builders/people.ts';
import type { World } from './world.ts';

const reason = 'một lý do đủ dài để ghi lại';

/** What a willing office does next, most wanted first: take up what stands still, do the work, give it to somebody. */
const WILLING: readonly Act['kind'][] = [
  'resume',
  'complete',
  'settle',
  'register',
  'present',
  'direct',
  'withdraw',
];

/** Plays a willing office to the end; undefined when it gets nowhere. */
export function ended(of: World, start: DispatchState, now: Instant): DispatchState | undefined {
  let state = start;
  for (let moves = 0; moves < 200 && !isFinal(state); moves++) {
    const next = nextOf(of, state, now);
    if (!next) return undefined;
    state = next;
  }
  return isFinal(state) ? state : undefined;
}

function nextOf(of: World, state: DispatchState, now: Instant): DispatchState | undefined {
  if (state.status === 'none') return taken(state, { kind: 'arrive', ...of, by: SYSTEM }, now);
  if (state.status === 'registering')
    return taken(state, { kind: 'numberAllocated', number: 1, by: SYSTEM }, now);
  const acts = of.people.flatMap((by) => permitted(state, by, now).map((act) => ({ ...act, by })));
  for (const kind of WILLING) {
    for (const act of acts) {
      if (act.kind !== kind) continue;
      for (const command of filled(of, act, act.by)) {
        const next = taken(state, command, now);
        if (next) return next;
      }
    }
  }
  return undefined;
}

function taken(state: DispatchState, command: Command, now: Instant): DispatchState | undefined {
  const answer = decide(state, command, now);
  return isRefusal(answer) || answer.length === 0 ? undefined : answer.reduce(evolve, state);
}

function filled(of: World, { kind, row = 0 }: Permitted, by: Actor): readonly Command[] {
  const leader = postOf(of.people.find(({ roles }) => roles.includes('leader')) ?? by);
  const ours = of.people.slice(0, -1);
  switch (kind) {
    case 'resume':
      return [{ kind, row, by }];
    case 'complete': {
      const reply = { code: '1/UBND', issuedOn: '2026-03-09' };
      return [{ kind, row, result: '', confirmOpenBranch: true, reply, by }];
    }
    case 'settle':
      return [{ kind, opinion: '', by }];
    case 'register':
      return [{ kind, form: form(), chain: of.chain, duplicates: [], by }];
    case 'present':
      return [{ kind, leader, opinion: '', by }];
    case 'direct':
      return ours.map((worker) => {
        const assignments = [{ receiver: postOf(worker), role: 'lead' }] as const;
        return { kind, assignments, opinion: reason, leader, by };
      });
    case 'withdraw':
      return [{ kind, row, reason, by }];
    default:
      return [];
  }
}
