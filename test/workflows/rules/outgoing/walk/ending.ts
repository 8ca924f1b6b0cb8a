import type { OutgoingCommand } from '../../../../../workflows/rules/outgoing/command.ts';
import { decide } from '../../../../../workflows/rules/outgoing/decide.ts';
import { evolve } from '../../../../../workflows/rules/outgoing/evolve.ts';
import { type OutgoingPermitted, permitted } from '../../../../../workflows/rules/outgoing/permitted.ts';
import { currentVisit, isOver, type OutgoingState } from '../../../../../workflows/rules/outgoing/state.ts';
import { isRefusal } from '../../../../../workflows/rules/dispatch/refusal.ts';
import type { Actor } from '../../../../../workflows/rules/people.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import { file, ministry } from '../../../../builders/outgoing.ts';
import { authority } from '../../../../builders/outgoing-deeds.ts';
import { postOf } from '../../../../builders/people.ts';
import { filled } from './filled.ts';
import { drafter, theAnswer } from './moves.ts';
import type { World } from './world.ts';

/** What a willing office does next, most wanted first. */
const WILLING: readonly OutgoingPermitted['kind'][] = [
  'resume',
  'issue',
  'number',
  'sign',
  'approve',
  'appoint',
  'submit',
  'save',
];

/** Plays a willing office until it is issued; undefined when it gets nowhere. */
export function issued(of: World, start: OutgoingState, now: Instant): OutgoingState | undefined {
  let state = start;
  for (let moves = 0; moves < 400 && !isOver(state); moves++) {
    const next = nextOf(of, state, now);
    if (!next) return undefined;
    state = next;
  }
  return isOver(state) ? state : undefined;
}

function nextOf(of: World, state: OutgoingState, now: Instant): OutgoingState | undefined {
  if (state.status === 'none') {
    return taken(state, filled(of, state, 'draft', undefined, drafter(of), { fill: [] }), now);
  }
  const answer = theAnswer(of, state);
  if (answer) return taken(state, answer, now);
  const acts = of.people.flatMap((by) => permitted(state, by, now).map((act) => ({ ...act, by })));
  for (const kind of WILLING) {
    for (const act of acts) {
      if (act.kind !== kind) continue;
      for (const command of fillings(of, state, act, act.by)) {
        const next = taken(state, command, now);
        if (next) return next;
      }
    }
  }
  return undefined;
}

function taken(state: OutgoingState, command: OutgoingCommand, now: Instant): OutgoingState | undefined {
  const answer = decide(state, command, now);
  return isRefusal(answer) || answer.length === 0 ? undefined : answer.reduce(evolve, state);
}

function fillings(
  of: World,
  state: OutgoingState,
  { kind, task = 0 }: OutgoingPermitted,
  by: Actor,
): readonly OutgoingCommand[] {
  const ours = of.people.slice(0, -1);
  switch (kind) {
    case 'resume':
    case 'issue':
      return [{ kind, by }];
    case 'number':
      return [{ kind, series: 'general', notation: 'UBND', by }];
    case 'sign': {
      const hash = currentVisit(state) && state.approvedHash;
      return hash ? [{ kind, task, records: [authority(by, { form: 'head' })], hash, by }] : [];
    }
    case 'approve':
      return [{ kind, task, opinion: '', by }];
    case 'appoint':
      return ours.map((one) => ({ kind, people: [postOf(one)], by }));
    case 'submit':
      return of.chains.map((chain) => ({ kind, chain, steps: [], people: {}, by }));
    case 'save': {
      const { content, versions } = state;
      const whole = { main: file('final'), recipients: [ministry], field: 'VX', priority: 0 } as const;
      return content ? [{ kind, content: { ...content, ...whole }, base: versions.length, by }] : [];
    }
    default:
      return [];
  }
}
