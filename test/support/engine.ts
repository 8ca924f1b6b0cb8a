import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities/index.ts';
import { createCases, type Cases } from '../../api/cases.client.ts';
import type { Activities } from '../../workflows/contract/activities.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { createTestWorker } from './temporal-worker.ts';
import { startTimeSkipping } from './time-skipping.ts';

/** A real engine with a worker, whose clock is moved by hand; the record must be connected already. */
export interface Engine {
  readonly env: TestWorkflowEnvironment;
  readonly cases: Cases;
  readonly now: () => Instant;
  /** Lets time pass until an instant; every timer in between fires. */
  sleepUntil(instant: Instant): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param startAt the product's clock at the start; any date, the engine itself runs on its own
 * @param world what differs from the real world outside, e.g. one that fails for a while
 */
export async function startEngine(startAt: Instant, world: Partial<Activities> = {}): Promise<Engine> {
  const env = await startTimeSkipping();
  const offset = startAt - (await env.currentTimeMs());
  let skew = startAt - Date.now();
  const now = () => Date.now() + skew;
  const worker = await createTestWorker(env.nativeConnection, { ...createActivities(now), ...world });
  const run = worker.run();
  return {
    env,
    cases: createCases(env.client, now, offset),
    now,
    async sleepUntil(instant) {
      await env.sleep(Math.max(instant - now(), 1));
      skew = (await env.currentTimeMs()) + offset - Date.now();
    },
    async stop() {
      worker.shutdown();
      await run;
      await env.teardown();
    },
  };
}
