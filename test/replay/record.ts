import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { createCases } from '../../api/cases.client.ts';
import { seedConnected } from '../../bin/seed.ts';
import { startDatabase } from '../../bin/services/database.ts';
import { DataFolder } from '../../bin/services/data-folder.ts';
import { registerSearchAttributes } from '../../bin/services/namespace.ts';
import { Supervisor } from '../../bin/services/supervisor.ts';
import { locateTemporal, locateTestServer } from '../../bin/setup/temporal.mjs';
import { inheritedEnv } from '../../config/env.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import { DISPATCH_QUEUE, dispatchWorkflowId } from '../../workflows/contract/dispatch.contract.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { at } from '../builders/calendar.ts';
import { agencies } from '../builders/people.ts';
import { CONTINUED, STORIES } from './stories.ts';

// Records the lives of stories.ts anew: after a change that old runs cannot follow, and only then.
const HISTORIES = fileURLToPath(new URL('histories', import.meta.url));
const agency = agencies.province;

Runtime.install({ logger: new DefaultLogger('ERROR') });
const supervisor = new Supervisor(await DataFolder.open(await mkdtemp(join(tmpdir(), 'lienthong-record-'))));
const { uri } = await startDatabase(supervisor, undefined, inheritedEnv(), 'fast');
await connect(uri);
await seedConnected();
try {
  const testServer = { type: 'existing-path', path: locateTestServer() ?? '' } as const;
  await record(
    await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: testServer } }),
    STORIES,
  );
  const extraArgs = ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=20'];
  const devServer = { type: 'existing-path', path: locateTemporal()?.path ?? '' } as const;
  await record(
    await TestWorkflowEnvironment.createLocal({ server: { executable: devServer, extraArgs } }),
    CONTINUED,
  );
} finally {
  await disconnect();
  await supervisor.stop();
  rmSync(supervisor.data.path, { recursive: true, force: true });
}

async function record(env: TestWorkflowEnvironment, stories: typeof STORIES): Promise<void> {
  await registerSearchAttributes(env.connection, env.namespace ?? 'default');
  const worker = await Worker.create({
    ...{
      connection: env.nativeConnection,
      taskQueue: DISPATCH_QUEUE,
      activities: createActivities(Date.now),
    },
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
  });
  await worker.runUntil(async () => {
    for (const [name, steps] of Object.entries(stories)) await live(env, name, steps);
  });
  await env.teardown();
}

async function live(
  env: TestWorkflowEnvironment,
  name: string,
  steps: (typeof STORIES)[string],
): Promise<void> {
  const id = name as DispatchId;
  const offset = at('2026-03-09 08:00') - (await env.currentTimeMs());
  let ahead = 0;
  const cases = createCases(env.client, () => Date.now() + ahead + offset, offset);
  for (const [place, step] of steps.entries()) {
    if (typeof step === 'string') {
      await env.sleep(step);
      ahead = (await env.currentTimeMs()) - Date.now();
      continue;
    }
    const answer = await cases.act(agency, id, `${name}-${place}`, step(await stateOf(agency, id)));
    if (isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
  const run = env.client.workflow.getHandle(dispatchWorkflowId(agency, id));
  const indented = historyToJSON(await run.fetchHistory());
  writeFileSync(join(HISTORIES, `${name}.json`), `${JSON.stringify(JSON.parse(indented))}\n`);
  console.log(`${name}.json`);
}
