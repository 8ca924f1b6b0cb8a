import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command, CommandOf } from '../rules/dispatch/command.ts';
import type { DispatchState } from '../rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../rules/ids.ts';
import type { Instant } from '../rules/working-time/calendar.ts';

/** Name under which the worker registers the workflow of one dispatch in one agency. */
export const DISPATCH_WORKFLOW = 'dispatch';
export const DISPATCH_QUEUE = 'dispatch';
/** What a worker was at when it died is given to another one after this. */
export const TAKEOVER = '5s';

export function dispatchWorkflowId(agency: AgencyCode, dispatch: DispatchId): string {
  return `dispatch/${agency}/${dispatch}`;
}

export interface DispatchInput {
  /** Where to go on from: empty for an arrival, the record's own state when a closed case is taken up again. */
  readonly state: DispatchState;
  /** Added to the engine's clock, in milliseconds: 0 but for plays and tests on other dates. */
  readonly clockOffset: number;
  /** What the run is started to take in. */
  readonly told: readonly Request<Told>[];
  /** Request keys answered by earlier runs, oldest first (U-2). */
  readonly answered: Answers;
}

/** So many answered request keys a run is given; the record knows them all. */
export const REMEMBERED = 50;

/** Request keys with the revisions of the state after each. */
export type Answers = readonly (readonly [string, number])[];

export interface Answered {
  /** Revision of the state after the act. */
  readonly revision: number;
  /** False when the record could not be written yet: the act counts, the pages follow. */
  readonly projected: boolean;
  readonly status: DispatchState['status'];
  /** Số đến, once it has one. */
  readonly number?: number;
}

/** What an act is answered with where its dispatch stands now. */
export function answeredAs(
  revision: number,
  projected: boolean,
  { status, registration }: DispatchState,
): Answered {
  return { revision, projected, status, ...(registration && { number: registration.number }) };
}

/** One command under the client's request key, which is also the id of the update (U-2). */
export interface Request<Asked extends Command = Command> {
  readonly key: string;
  /** When it was asked for: the engine's own clock can tell another instant when it repeats a run. */
  readonly at: Instant;
  readonly command: Asked;
}

/** Type of the failure of a refused act; its details are the `Refusal` and the revision of what refused it. */
export const REFUSED = 'Refused';

/** What other cases and the upkeep tell; it is taken in if it still means something, and never refused aloud. */
export type Told = CommandOf<'attachCopy' | 'calendarChanged'>;

export const actUpdate = defineUpdate<Answered, [Request]>('act');
export const stateQuery = defineQuery<DispatchState>('state');
export const tellSignal = defineSignal<[Request<Told>]>('tell');
/** The record was seen ahead of the case: it is to read it anew. */
export const rereadSignal = defineSignal('reread');
