import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { registerSearchAttributes } from '../services/namespace.ts';
import { locateTestServer } from '../setup/temporal.mjs';

/** A real engine that jumps over waiting, with the clock of a product on it. */
export interface SkippingEngine {
  readonly env: TestWorkflowEnvironment;
  /** Added to the engine's clock it is the product's. */
  readonly offset: number;
  readonly now: () => Instant;
  /** Lets time pass until an instant; every timer in between fires. */
  readonly sleepUntil: (instant: Instant) => Promise<void>;
}

/** @param startAt the product's clock at the start; any date, the engine itself runs on its own */
export async function startSkippingEngine(startAt: Instant): Promise<SkippingEngine> {
  const path = locateTestServer();
  const server = path === undefined ? {} : { executable: { type: 'existing-path' as const, path } };
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server });
  await registerSearchAttributes(env.connection, env.namespace ?? 'default');
  const offset = startAt - (await env.currentTimeMs());
  let skew = startAt - Date.now();
  const now = () => Date.now() + skew;
  return {
    ...{ env, offset, now },
    async sleepUntil(instant) {
      await env.sleep(Math.max(instant - now(), 1));
      skew = (await env.currentTimeMs()) + offset - Date.now();
    },
  };
}
