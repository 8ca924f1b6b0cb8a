import './temporal-worker.ts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { registerSearchAttributes } from '../../bin/services/namespace.ts';
import { locateTestServer } from '../../bin/setup/temporal.mjs';

/** A Temporal server whose clock jumps over waiting: one per test file, its tests one after the other. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = locateTestServer();
  const server = path === undefined ? {} : { executable: { type: 'existing-path' as const, path } };
  const environment = await TestWorkflowEnvironment.createTimeSkipping({ server });
  await registerSearchAttributes(environment.connection, environment.namespace ?? 'default');
  return environment;
}
