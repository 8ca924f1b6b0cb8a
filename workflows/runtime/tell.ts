import { getExternalWorkflowHandle, ParentClosePolicy, startChild, uuid4 } from '@temporalio/workflow';
import {
  DISPATCH_WORKFLOW,
  type DispatchInput,
  dispatchWorkflowId,
  type Request,
  TAKEOVER,
  type Told,
  tellSignal,
} from '../contract/dispatch.contract.ts';
import { dispatchAttributes } from '../contract/search-attributes.ts';
import type { AgencyCode, DispatchId } from '../rules/ids.ts';
import { ask } from './world.ts';

/** Tells another dispatch something; a closed case is taken up again from its record to hear it. */
export async function tell(
  agency: AgencyCode,
  dispatch: DispatchId,
  command: Told,
  clockOffset: number,
): Promise<void> {
  const told = { key: uuid4(), at: Date.now() + clockOffset, command };
  const workflowId = dispatchWorkflowId(agency, dispatch);
  while (!(await signalled(workflowId, told))) {
    const record = await ask('recorded', { agency, dispatch }, () => undefined);
    const input: DispatchInput = { ...record, clockOffset, told: [told] };
    try {
      await startChild(DISPATCH_WORKFLOW, {
        workflowId,
        args: [input],
        workflowTaskTimeout: TAKEOVER,
        typedSearchAttributes: dispatchAttributes(agency),
        parentClosePolicy: ParentClosePolicy.ABANDON,
      });
      return;
    } catch (error) {
      // Somebody else took the case up between the two: then it can hear us.
      if (!(error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError')) throw error;
    }
  }
}

async function signalled(workflowId: string, told: Request<Told>): Promise<boolean> {
  try {
    await getExternalWorkflowHandle(workflowId).signal(tellSignal, told);
    return true;
  } catch {
    // The engine says no only when no such case is running.
    return false;
  }
}
