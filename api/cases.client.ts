import {
  Client,
  Connection,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { revisionOfRequest, stateOf } from '../store/dispatches/dispatch.view.ts';
import {
  type Answered,
  actUpdate,
  DISPATCH_QUEUE,
  DISPATCH_WORKFLOW,
  type DispatchInput,
  dispatchWorkflowId,
  REFUSED,
  type Request,
} from '../workflows/contract/dispatch.contract.ts';
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

/** How often an update that the engine dropped before it reached the case is sent again. */
const TRIES = 5;
const WAIT_MS = 100;

/** Connects to the engine of this deployment. */
export async function connectCases(address: string, namespace: string) {
  const connection = await Connection.connect({ address });
  const cases = createCases(new Client({ connection, namespace }), Date.now, 0);
  return { cases, close: () => connection.close() };
}

/**
 * @param clockOffset milliseconds between the product's clock and the machine's: 0 but in plays and tests
 */
export function createCases(client: Client, clock: () => number, clockOffset: number): Cases {
  return { act, recalculate };

  async function act(
    agency: AgencyCode,
    dispatch: DispatchId,
    key: string,
    command: Command,
  ): Promise<Answered | Refusal> {
    const request: Request = { key, command };
    const handle = client.workflow.getHandle(dispatchWorkflowId(agency, dispatch));
    try {
      return await sent(() => handle.executeUpdate(actUpdate, { updateId: key, args: [request] }));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return takeUp(agency, dispatch, request);
      throw error;
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

  /** Starts the case where its record ends; refused or answered before, it stays closed. */
  async function takeUp(
    agency: AgencyCode,
    dispatch: DispatchId,
    request: Request,
  ): Promise<Answered | Refusal> {
    const before = await revisionOfRequest(dispatch, request.key);
    if (before !== undefined) return { revision: before, projected: true };
    const state = await stateOf(agency, dispatch);
    const refusal = decide(state, request.command, clock());
    if (isRefusal(refusal)) return refusal;
    const input: DispatchInput = { state, clockOffset, told: [], answered: [] };
    return sent(() =>
      client.workflow.executeUpdateWithStart(actUpdate, {
        startWorkflowOperation: new WithStartWorkflowOperation(DISPATCH_WORKFLOW, {
          workflowId: dispatchWorkflowId(agency, dispatch),
          taskQueue: DISPATCH_QUEUE,
          args: [input],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
        updateId: request.key,
        args: [request],
      }),
    );
  }
}

/** Sends an update until the engine has taken it, always under the same id. */
async function sent(send: () => Promise<Answered>): Promise<Answered | Refusal> {
  for (let tried = 1; ; tried++) {
    try {
      return await send();
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return refusal;
      if (tried >= TRIES || !wasDropped(error)) throw error;
      await new Promise((resume) => setTimeout(resume, WAIT_MS * tried));
    }
  }
}

function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return undefined;
  const refusal: unknown = cause.details?.[0];
  return isRefusal(refusal) ? refusal : undefined;
}

/** The engine lost the update before it reached the case (a burst, a killed worker): sending it again is safe. */
function wasDropped(error: unknown): boolean {
  if (error instanceof WorkflowUpdateFailedError) {
    return error.cause instanceof ApplicationFailure && error.cause.type === 'UnprocessedUpdate';
  }
  return isGrpcServiceError(error);
}
