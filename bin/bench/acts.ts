import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { actPath } from '../../api/dispatches/dispatches.paths.ts';
import { dispatchWorkflowId } from '../../workflows/contract/dispatch.contract.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { assignedDispatches } from './assigned.ts';
import { bareUpdate } from './bare/workflow.ts';
import type { Figure } from './figure.ts';
import { type LiveProduct, withProduct } from './live-product.ts';
import { AGENCY } from './small-office.ts';
import { Visitor } from './visitor.ts';

/** A member of the unit with which the dispatches lie. */
const OFFICER = 'pao.ga';
const CASES = 200;
const IN_FLIGHT = 16;
const TURNS = 4;
const TURN_MS = 5_000;

/** An act on the case of this place. */
type Act = (place: number) => Promise<unknown>;

/** Acts of people over HTTP against bare updates of the engine, in turns on the same server. */
export function run(): Promise<Figure[]> {
  return withProduct(async (product) => {
    const ids = await assignedDispatches(CASES);
    const officer = await Visitor.signedIn(product.address, OFFICER);
    const claimed = new Set<number>();
    const claimOrRelease: Act = (place) => {
      const kind = claimed.delete(place) ? 'release' : 'claim';
      if (kind === 'claim') claimed.add(place);
      return officer.post(actPath(ids[place] ?? '', kind, 1), {});
    };
    const { act: bare, stop } = await bareActs(product);
    // Once unmeasured: every case is taken up, and every process warm.
    for (const act of [claimOrRelease, bare]) await inTurn(act, CASES);
    const counts = { product: 0, bare: 0 };
    for (let turn = 0; turn < TURNS; turn++) {
      counts.product += await within(claimOrRelease);
      counts.bare += await within(bare);
    }
    await stop();
    const seconds = (TURNS * TURN_MS) / 1000;
    return [
      { figure: 'acts.perSecond', value: rounded(counts.product / seconds), unit: 'acts/s' },
      { figure: 'acts.barePerSecond', value: rounded(counts.bare / seconds), unit: 'updates/s' },
      { figure: 'acts.ratioToEngine', value: rounded(counts.product / counts.bare), unit: '' },
      await historyPerAct(product, ids[0] as DispatchId, () => claimOrRelease(0)),
    ];
  });
}

/** Bare workflows on a worker of their own. */
async function bareActs({ engine }: LiveProduct): Promise<{ act: Act; readonly stop: () => Promise<void> }> {
  const { client, address } = engine;
  const worker = spawn(process.execPath, ['bin/bench/bare/worker.ts', address], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const starts = Array.from({ length: CASES }, (_, place) =>
    client.workflow.start('bare', { workflowId: `bare-${place}`, taskQueue: 'bare' }),
  );
  const handles = await Promise.all(starts);
  return {
    act: async (place) => handles[place]?.executeUpdate(bareUpdate),
    async stop() {
      worker.kill();
      await once(worker, 'exit');
    },
  };
}

/** How many acts are done in one turn, so many at once and each on another case. */
async function within(act: Act): Promise<number> {
  const until = performance.now() + TURN_MS;
  let done = 0;
  let next = 0;
  const people = Array.from({ length: IN_FLIGHT }, async () => {
    while (performance.now() < until) {
      await act(next++ % CASES);
      if (performance.now() < until) done++;
    }
  });
  await Promise.all(people);
  return done;
}

async function inTurn(act: Act, count: number): Promise<void> {
  let next = 0;
  const people = Array.from({ length: IN_FLIGHT }, async () => {
    while (next < count) await act(next++);
  });
  await Promise.all(people);
}

async function historyPerAct(
  { engine }: LiveProduct,
  id: DispatchId,
  act: () => Promise<unknown>,
): Promise<Figure> {
  const ACTS = 10;
  const handle = engine.client.workflow.getHandle(dispatchWorkflowId(AGENCY, id));
  const before = await handle.describe();
  for (let done = 0; done < ACTS; done++) await act();
  const after = await handle.describe();
  return {
    figure: 'acts.historyEventsPerAct',
    value: rounded((after.historyLength - before.historyLength) / ACTS),
    unit: 'events',
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
