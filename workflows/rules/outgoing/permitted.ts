import type { TaskId } from '../approval/task.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { OutgoingAct } from './command.ts';
import type { TaskAct } from './guard-task.ts';
import { type DraftAct, guard } from './guards.ts';
import type { OutgoingState } from './state.ts';

/** An act that is open to an actor now, and the approver's task it is about. */
export interface OutgoingPermitted {
  readonly kind: OutgoingAct['kind'];
  readonly task: TaskId | undefined;
}

const ON_DRAFT = [
  'save',
  'submit',
  'withdrawSubmission',
  'copyTo',
  'number',
  'voidNumber',
  'issue',
  'pause',
  'resume',
  'appoint',
  'jump',
  'cancel',
] as const satisfies readonly DraftAct[];

const ON_TASK = [
  'approve',
  'sign',
  'sendBack',
  'refuse',
  'letRevise',
  'addSigners',
  'transfer',
  'withdrawAct',
  'removeSigner',
  'reassign',
] as const satisfies readonly TaskAct[];

/** Buttons shown = acts allowed: the guards of the decider say both. */
export function permitted(state: OutgoingState, actor: Actor, at: Instant): readonly OutgoingPermitted[] {
  const tasks = state.visits.slice(state.firmBefore).flatMap((visit) => visit.tasks);
  return [
    ...ON_DRAFT.filter((kind) => !guard(state, actor, kind, undefined, at)).map((kind) => ({
      ...{ kind, task: undefined },
    })),
    ...tasks.flatMap(({ id: task }) =>
      ON_TASK.filter((kind) => !guard(state, actor, kind, task, at)).map((kind) => ({ kind, task })),
    ),
  ];
}
