import { isCancellation, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import type { Activities } from '../contract/activities.ts';

const near = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '10s',
  retry: { maximumAttempts: 3, initialInterval: '100ms' },
});

const patient = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

/**
 * Asks the world beside the worker, which costs least; when it cannot answer, `fallback` is called and the engine
 * asks again until it can.
 */
export async function ask<Name extends keyof Activities>(
  name: Name,
  input: Parameters<Activities[Name]>[0],
  fallback: () => void,
): Promise<Awaited<ReturnType<Activities[Name]>>> {
  type Call = (input: Parameters<Activities[Name]>[0]) => Promise<Awaited<ReturnType<Activities[Name]>>>;
  try {
    return await (near[name] as unknown as Call)(input);
  } catch (error) {
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
    fallback();
    return await (patient[name] as unknown as Call)(input);
  }
}
