import type { Refusal } from '../dispatch/refusal.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import { approve, refuseTask, sendBack } from './approving.ts';
import type { OutgoingAct, OutgoingCommand, OutgoingCommandOf } from './command.ts';
import { cancel, save, startDraft, submit, withdrawSubmission } from './drafting.ts';
import type { OutgoingEvent } from './event.ts';
import { calendarChanged, fire } from './firing.ts';
import { approversFound } from './found.ts';
import { guard } from './guards.ts';
import { issue, number, numberAllocated, sign, voidNumber } from './issuing.ts';
import { addSigners, appoint, reassign, removeSigner, transfer } from './signers.ts';
import type { OutgoingState } from './state.ts';
import { copyTo, jump, letRevise, pause, resume } from './stopping.ts';
import { withdrawAct } from './withdrawing.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/**
 * May this actor do this to a dispatch on its way out, and what then happened (core.md). Pure.
 * @param at when: the act's instant, which counts as that of the last event where it lies before it, since the
 *   clocks of machines differ; for a timer the instant it was due
 * @returns the events, none where the command changes nothing, or the refusal with its rule
 */
export function decide(state: OutgoingState, command: OutgoingCommand, at: Instant): Answer {
  const instant = 'firedAt' in command ? at : Math.max(at, state.changedAt);
  if (isAct(command)) {
    const task = 'task' in command ? command.task : undefined;
    const refusal = guard(state, command.by, command.kind, task, instant);
    if (refusal) return refusal;
  }
  // The table is keyed by kind, which TypeScript cannot follow through one call.
  const handle = HANDLERS[command.kind] as (
    state: OutgoingState,
    command: OutgoingCommand,
    at: Instant,
  ) => Answer;
  return handle(state, command, instant);
}

function isAct(command: OutgoingCommand): command is OutgoingAct & { by: Actor } {
  return !('system' in command.by);
}

const HANDLERS: {
  [Kind in OutgoingCommand['kind']]: (
    state: OutgoingState,
    command: OutgoingCommandOf<Kind>,
    at: Instant,
  ) => Answer;
} = {
  draft: startDraft,
  save,
  submit,
  approve,
  refuse: refuseTask,
  sendBack,
  transfer,
  addSigners,
  removeSigner,
  copyTo,
  withdrawAct,
  withdrawSubmission,
  pause,
  resume,
  reassign,
  appoint,
  jump,
  letRevise,
  sign,
  number,
  voidNumber,
  issue,
  cancel,
  approversFound,
  numberAllocated,
  levelDue: fire,
  voteOver: fire,
  draftIdle: fire,
  calendarChanged,
};
