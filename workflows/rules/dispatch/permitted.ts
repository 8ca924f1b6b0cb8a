import type { RowId } from '../ids.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Act } from './command.ts';
import { guard } from './guards.ts';
import type { DispatchState } from './state.ts';

/** An act that is open to an actor now, and the row it is about. */
export interface Permitted {
  readonly kind: Act['kind'];
  readonly row: RowId | undefined;
}

const ON_DISPATCH = [
  'register',
  'refuse',
  'link',
  'discard',
  'undoRegistration',
  'present',
  'passOn',
  'direct',
  'settle',
  'returnToSender',
  'reopen',
] as const satisfies readonly Act['kind'][];

const ON_ROW = [
  'accept',
  'forward',
  'complete',
  'report',
  'giveBack',
  'claim',
  'release',
  'changeRow',
  'withdraw',
  'suspend',
  'resume',
] as const satisfies readonly Act['kind'][];

/** Buttons shown = acts allowed (flows.md §2.2): the guards of the decider say both. */
export function permitted(state: DispatchState, actor: Actor, at: Instant): readonly Permitted[] {
  const onDispatch = ON_DISPATCH.filter((kind) => !guard(state, actor, kind, undefined, at));
  const onRows = state.rows.flatMap((row) =>
    ON_ROW.filter((kind) => !guard(state, actor, kind, row, at)).map((kind) => ({ kind, row: row.id })),
  );
  return [...onDispatch.map((kind) => ({ kind, row: undefined })), ...onRows];
}
