import {
  DefaultLogger,
  Runtime,
  Worker,
  type NativeConnection,
  type WorkerOptions,
} from '@temporalio/worker';
import { inject } from 'vitest';

// Before any connection is made, and once per process.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

/** A worker on the shared workflow bundle; run a test inside it with `worker.runUntil(...)`. */
export async function createTestWorker(
  connection: NativeConnection,
  activities: object,
  options: Partial<WorkerOptions> = {},
): Promise<Worker> {
  return Worker.create({
    connection,
    taskQueue: 'dispatch',
    workflowBundle: { codePath: inject('workflowBundlePath') },
    activities,
    ...options,
  });
}
