import './temporal-worker.ts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { prepareNamespace } from '../../bin/services/namespace.ts';
import { locateTemporal } from '../../bin/setup/temporal.mjs';

/**
 * A real Temporal server in memory, for what the time-skipping one lacks: lists, counts, schedules, real time.
 * @param extraArgs of the command line
 */
export async function startDevServer(extraArgs: string[] = []): Promise<TestWorkflowEnvironment> {
  const path = locateTemporal()?.path;
  const executable = path === undefined ? {} : { executable: { type: 'existing-path' as const, path } };
  const log = { format: 'pretty', level: 'error' };
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { ...executable, log, extraArgs },
  });
  await prepareNamespace(environment.connection, environment.namespace ?? 'default');
  return environment;
}
