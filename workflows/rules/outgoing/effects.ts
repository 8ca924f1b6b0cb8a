import type { AssigneeRule } from '../chain/chain.ts';
import type { Reply } from '../dispatch/envelope.ts';
import type { DispatchId, UnitId } from '../ids.ts';
import { dateOf } from '../working-time/days.ts';
import { dayAt } from '../working-time/zone.ts';
import type { Recipient } from './content.ts';
import type { OutgoingEvent } from './event.ts';
import { codeOf } from './issuing.ts';
import type { OutgoingNotice } from './notice.ts';
import { notices } from './notices.ts';
import type { OutgoingState } from './state.ts';
import { stepOf } from './steps.ts';

/** What the world must be told or asked because of an event. */
export type OutgoingEffect =
  | OutgoingNotice
  /** Answered by `approversFound`. */
  | {
      readonly kind: 'findApprovers';
      readonly visit: number;
      readonly rule: AssigneeRule;
      /** The drafter's unit and the units above it, nearest first. */
      readonly units: readonly UnitId[];
    }
  /** Answered by `numberAllocated` (O9). */
  | { readonly kind: 'allocateNumber'; readonly series: string; readonly year: number }
  /** O11, one for each recipient. */
  | { readonly kind: 'handOff'; readonly recipient: Recipient }
  /** O11: what this one answers has its answer (I9). */
  | { readonly kind: 'answer'; readonly dispatch: DispatchId; readonly reply: Reply };

/** The effects of one event, in order; `state` is the state after it. */
export function effects(event: OutgoingEvent, state: OutgoingState): readonly OutgoingEffect[] {
  return [...asks(event, state), ...notices(event, state)];
}

function asks(event: OutgoingEvent, state: OutgoingState): readonly OutgoingEffect[] {
  switch (event.kind) {
    case 'stepOpened': {
      const { visit, step } = event;
      const rule = stepOf(state, step)?.who;
      const units = state.drafter ? [state.drafter.unit, ...state.drafter.above] : [];
      return rule ? [{ kind: 'findApprovers', visit, rule, units }] : [];
    }
    case 'numberAsked':
      return [{ kind: 'allocateNumber', series: event.series, year: event.year }];
    case 'issued': {
      const handOffs = event.recipients.map((recipient) => ({ kind: 'handOff', recipient }) as const);
      return [...handOffs, ...answers(state)];
    }
    default:
      return [];
  }
}

function answers({ content, number, calendar }: OutgoingState): readonly OutgoingEffect[] {
  if (!content || !number || !calendar) return [];
  const reply = { code: codeOf(number), issuedOn: dateOf(dayAt(calendar, number.at)) };
  return content.links
    .filter(({ kind }) => kind === 'answers')
    .map(({ dispatch }) => ({ kind: 'answer', dispatch, reply }));
}
