import { isCancellation, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import type { Activities } from '../contract/activities.ts';

const near = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '10s',
  retry: { maximumAttempts: 3, initialInterval: '100ms' },
});

const patient = proxyActivities<Activities>({
  // A worker that dies is noticed by this alone.
  startToCloseTimeout: '5s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

type Answer<Name extends keyof Activities> = Awaited<ReturnType<Activities[Name]>>;
type Call<Name extends keyof Activities> = (input: Parameters<Activities[Name]>[0]) => Promise<Answer<Name>>;

/**
 * Asks the world beside the worker, which costs least; when it cannot answer, `fallback` is called and the engine
 * asks again until it can.
 */
export function ask<Name extends keyof Activities>(
  name: Name,
  input: Parameters<Activities[Name]>[0],
  fallback: () => void,
): Promise<Answer<Name>> {
  return (near[name] as unknown as Call<Name>)(input).catch((error: unknown) => {
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
    fallback();
    return askForGood(name, input);
  });
}

/**
 * Asks the world only after the engine keeps what it is asked for: what was done in the world cannot be forgotten
 * then, but it costs more.
 */
export function askForGood<Name extends keyof Activities>(
  name: Name,
  input: Parameters<Activities[Name]>[0],
): Promise<Answer<Name>> {
  return (patient[name] as unknown as Call<Name>)(input);
}
