import { createActivities } from '../../activities/index.ts';
import { createCases, type Cases } from '../../api/cases.client.ts';
import { type SkippingEngine, startSkippingEngine } from '../../bin/demo/skipping-engine.ts';
import type { Activities } from '../../workflows/contract/activities.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { createTestWorker } from './temporal-worker.ts';

/** A real engine with a worker, whose clock is moved by hand; the record must be connected already. */
export interface Engine extends Omit<SkippingEngine, 'offset'> {
  readonly cases: Cases;
  stop(): Promise<void>;
}

/**
 * One per test file, its tests one after the other.
 * @param world what differs from the real world outside, e.g. one that fails for a while
 */
export async function startEngine(startAt: Instant, world: Partial<Activities> = {}): Promise<Engine> {
  const { env, offset, now, sleepUntil } = await startSkippingEngine(startAt);
  const worker = await createTestWorker(env.nativeConnection, { ...createActivities(now), ...world });
  const run = worker.run();
  return {
    ...{ env, now, sleepUntil },
    cases: createCases(env.client, now, offset),
    async stop() {
      worker.shutdown();
      await run;
      await env.teardown();
    },
  };
}
