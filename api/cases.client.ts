import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { recordOf, revisionOf } from '../store/dispatches/dispatch.view.ts';
import {
  type Answered,
  actUpdate,
  answeredAs,
  DISPATCH_QUEUE,
  DISPATCH_WORKFLOW,
  type DispatchInput,
  dispatchWorkflowId,
  REFUSED,
  REMEMBERED,
  type Request,
  rereadSignal,
  TAKEOVER,
} from '../workflows/contract/dispatch.contract.ts';
import { dispatchAttributes } from '../workflows/contract/search-attributes.ts';
import {
  RECALCULATION_WORKFLOW,
  type RecalculationInput,
  recalculationId,
} from '../workflows/contract/upkeep.contract.ts';
import type { Command } from '../workflows/rules/dispatch/command.ts';
import { decide } from '../workflows/rules/dispatch/decide.ts';
import { isRefusal, type Refusal } from '../workflows/rules/dispatch/refusal.ts';
import type { AgencyCode, DispatchId } from '../workflows/rules/ids.ts';

/** The only door to the engine: commands go in, the record answers pages. */
export interface Cases {
  /**
   * Gives a command to a dispatch under the client's request key (U-2); a case that is closed or not there yet is
   * taken up from its record.
   * @returns once its record is written, or the refusal, which changed nothing (U-3)
   */
  act(agency: AgencyCode, dispatch: DispatchId, key: string, command: Command): Promise<Answered | Refusal>;
  /** Starts what follows a change of calendar entered under this key (T-12); to be called before it is entered. */
  recalculate(agency: AgencyCode, key: string): Promise<void>;
}

/** The engine gave no answer in time: whether the act was done is not known, and the same key may ask again. */
export class NoAnswer extends Error {
  readonly status = 503;
}

/** The case did not know its record: it does soon. */
class Behind extends Error {}

/** Long enough for an engine that starts again, and for a case that cannot reach the record to say so. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;
const INVALID_ARGUMENT = 3;

/** Outcomes by which the engine says that an update never came to its end in a case that closed or was too busy. */
const DROPPED = ['UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow'];

/** Connects to the engine of this deployment. */
export async function connectCases(address: string, namespace: string) {
  // By itself the channel waits up to two minutes before it looks again for an engine that was away.
  const channelArgs = { 'grpc.max_reconnect_backoff_ms': 2_000 };
  const connection = await Connection.connect({ address, channelArgs });
  const cases = createCases(new Client({ connection, namespace }), Date.now, 0);
  return { cases, close: () => connection.close() };
}

/**
 * @param clockOffset milliseconds between the product's clock and the machine's: 0 but in plays and tests
 * @param patience how long to look for an answer
 */
export function createCases(
  client: Client,
  clock: () => number,
  clockOffset: number,
  patience = PATIENCE_MS,
): Cases {
  return { act, recalculate };

  /** Asks until there is an answer, always under the same key, as long as a person waits for it. */
  async function act(
    agency: AgencyCode,
    dispatch: DispatchId,
    key: string,
    command: Command,
  ): Promise<Answered | Refusal> {
    const [at, until] = [clock(), Date.now() + patience];
    for (let tried = 1; ; tried++) {
      try {
        return await client.withDeadline(until, () => once(agency, dispatch, { key, at, command }));
      } catch (error) {
        if (!wasLost(error)) throw error;
        const pause = PAUSE_MS * tried;
        if (Date.now() + pause > until) throw new NoAnswer('The engine does not answer', { cause: error });
        await new Promise((resume) => setTimeout(resume, pause));
      }
    }
  }

  async function once(
    agency: AgencyCode,
    dispatch: DispatchId,
    request: Request,
  ): Promise<Answered | Refusal> {
    try {
      return await sent(agency, dispatch, request);
    } catch (error) {
      const refused = refusedBy(error);
      if (!refused) throw error;
      if ((await revisionOf(dispatch)) <= refused.revision) return refused.refusal;
      // It refuses without knowing all that people see of it.
      await reread(agency, dispatch);
      throw new Behind();
    }
  }

  async function sent(
    agency: AgencyCode,
    dispatch: DispatchId,
    request: Request,
  ): Promise<Answered | Refusal> {
    const handle = client.workflow.getHandle(dispatchWorkflowId(agency, dispatch));
    try {
      return await handle.executeUpdate(actUpdate, { updateId: request.key, args: [request] });
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return takeUp(agency, dispatch, request);
      throw error;
    }
  }

  /** Starts the case where its record ends; refused or answered before, it stays closed. */
  async function takeUp(
    agency: AgencyCode,
    dispatch: DispatchId,
    request: Request,
  ): Promise<Answered | Refusal> {
    const { state, answered } = await recordOf(agency, dispatch);
    const before = answered.find(([key]) => key === request.key);
    const refusal = decide(state, request.command, request.at);
    const told = before ? answeredAs(before[1], true, state) : isRefusal(refusal) ? refusal : undefined;
    if (told) {
      // An engine that died forgets an update and says the same as of a closed case: one that runs must know.
      await reread(agency, dispatch);
      return told;
    }
    const input: DispatchInput = { state, answered: answered.slice(-REMEMBERED), clockOffset, told: [] };
    return client.workflow.executeUpdateWithStart(actUpdate, {
      startWorkflowOperation: new WithStartWorkflowOperation(DISPATCH_WORKFLOW, {
        workflowId: dispatchWorkflowId(agency, dispatch),
        taskQueue: DISPATCH_QUEUE,
        args: [input],
        workflowTaskTimeout: TAKEOVER,
        typedSearchAttributes: dispatchAttributes(agency),
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
      updateId: request.key,
      args: [request],
    });
  }

  /** Tells a case to read its record anew; a closed one need not. */
  async function reread(agency: AgencyCode, dispatch: DispatchId): Promise<void> {
    try {
      await client.workflow.getHandle(dispatchWorkflowId(agency, dispatch)).signal(rereadSignal);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async function recalculate(agency: AgencyCode, key: string): Promise<void> {
    const input: RecalculationInput = { agency, key, clockOffset };
    await client.workflow.start(RECALCULATION_WORKFLOW, {
      workflowId: recalculationId(agency, key),
      taskQueue: DISPATCH_QUEUE,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }
}

/** Why an act was refused, and the revision of the state that refused it. */
function refusedBy(error: unknown): { readonly refusal: Refusal; readonly revision: number } | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  const [refusal, revision] = cause.details ?? [];
  return isRefusal(refusal) ? { refusal, revision: Number(revision) } : undefined;
}

/** It cannot be known whether the case took the update: sending it again under its key is safe. */
function wasLost(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError) {
    return error.cause instanceof ApplicationFailure && DROPPED.includes(error.cause.type ?? '');
  }
  if (error instanceof Behind) return true;
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof WorkflowNotFoundError)
    return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && (cause.code as number) !== INVALID_ARGUMENT;
}
