import { continueAsNew, sleep, workflowInfo } from '@temporalio/workflow';
import type { RecalculationInput } from './contract/upkeep.contract.ts';
import type { AgencyCode } from './rules/ids.ts';
import { SYSTEM } from './rules/people.ts';
import { tell } from './runtime/tell.ts';
import { ask } from './runtime/world.ts';

/**
 * Tells a changed calendar to every open dispatch that counts by it (T-12); each takes it in once, by its version.
 */
export async function recalculation(input: RecalculationInput): Promise<void> {
  const { agency, key, clockOffset } = input;
  if (!input.left && !(await entered(agency, key))) return;
  let left = input.left ?? (await users(agency));
  for (let next = left[0]; next; next = left[0]) {
    const { agency: user } = next;
    const { calendar, dispatches } = await ask('openDispatches', next, patiently);
    const told = { kind: 'calendarChanged', calendar, by: SYSTEM } as const;
    await Promise.all(dispatches.map((dispatch) => tell(user, dispatch, told, clockOffset)));
    const last = dispatches.at(-1);
    left = last ? [{ agency: user, after: last }, ...left.slice(1)] : left.slice(1);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof recalculation>({ ...input, left });
  }
}

/** The page starts this before it enters the change, so that no entered change stays without it. */
async function entered(agency: AgencyCode, key: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if (await ask('calendarEntered', { agency, key }, patiently)) return true;
    await sleep('1 second');
  }
  return false;
}

async function users(agency: AgencyCode): Promise<NonNullable<RecalculationInput['left']>> {
  const found = await ask('calendarUsers', { agency }, patiently);
  return found.map((user) => ({ agency: user, after: '' }));
}

/** Nobody waits for the answer. */
function patiently(): void {
  return undefined;
}
