import { readFileSync } from 'node:fs';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import {
  DISPATCH_QUEUE,
  DISPATCH_WORKFLOW,
  type DispatchInput,
  dispatchWorkflowId,
  stateQuery,
} from '../../workflows/contract/dispatch.contract.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { assignedDispatches } from './assigned.ts';
import type { Figure } from './figure.ts';
import { type LiveProduct, withProduct } from './live-product.ts';
import { AGENCY } from './small-office.ts';

const CACHED = 200;
const FEW = 1_000;
const MANY = 3_000;
const AT_ONCE = 20;
const MOST_ROUNDS = 10;

/** What an idle open dispatch costs the worker when its cache is full: the growth from few to many, for each. */
export function run(): Promise<Figure[]> {
  return withProduct(async (product) => {
    const ids = await assignedDispatches(MANY);
    const [first, rest] = [ids.slice(0, FEW), ids.slice(FEW)];
    await opened(product, first);
    const few = await steady(product, first);
    await opened(product, rest);
    const many = await steady(product, first);
    const value = Math.round((many - few) / (MANY - FEW));
    return [{ figure: 'memory.perOpenDispatchBytes', value, unit: 'bytes' }];
  }, CACHED);
}

/** Has a run of each, with its timer set. */
async function opened(product: LiveProduct, ids: readonly DispatchId[]): Promise<void> {
  const { workflow } = product.engine.client;
  await forEach(ids, async (id) => {
    const input: DispatchInput = { state: await stateOf(AGENCY, id), clockOffset: 0, told: [], answered: [] };
    const workflowId = dispatchWorkflowId(AGENCY, id);
    await workflow.start(DISPATCH_WORKFLOW, { workflowId, taskQueue: DISPATCH_QUEUE, args: [input] });
  });
  await lookedAt(product, ids);
}

/** Each once: what the cache does not hold is taken from its history again. */
function lookedAt({ engine }: LiveProduct, ids: readonly DispatchId[]): Promise<void> {
  return forEach(ids, (id) =>
    engine.client.workflow.getHandle(dispatchWorkflowId(AGENCY, id)).query(stateQuery),
  );
}

async function forEach(
  ids: readonly DispatchId[],
  does: (id: DispatchId) => Promise<unknown>,
): Promise<void> {
  const left = ids.values();
  const people = Array.from({ length: AT_ONCE }, async () => {
    for (const id of left) await does(id);
  });
  await Promise.all(people);
}

/** What the worker's process holds once more of the same work no longer makes it grow. */
async function steady(product: LiveProduct, ids: readonly DispatchId[]): Promise<number> {
  let before = 0;
  let now = resident(product);
  for (let round = 0; round < MOST_ROUNDS && now > before * 1.01; round++) {
    await lookedAt(product, ids);
    before = now;
    now = resident(product);
  }
  return now;
}

function resident({ worker }: LiveProduct): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
