import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataFolder } from '../../bin/services/data-folder.ts';
import { startDatabase } from '../../bin/services/database.ts';
import { prepareNamespace } from '../../bin/services/namespace.ts';
import type { Service } from '../../bin/services/service.ts';
import { Supervisor } from '../../bin/services/supervisor.ts';
import { startTemporal } from '../../bin/services/temporal.ts';
import { inheritedEnv } from '../../config/env.ts';
import { LT_AGENCY, LT_KIND } from '../../workflows/contract/search-attributes.ts';

let path: string;
let supervisor: Supervisor;
beforeAll(async () => {
  path = mkdtempSync(join(tmpdir(), 'lienthong-engines-'));
  supervisor = new Supervisor(await DataFolder.open(path));
});
afterAll(async () => {
  await supervisor.stop();
  rmSync(path, { recursive: true });
});

function killHard(service: Service | undefined): void {
  if (service?.pid === undefined) throw new Error('the engine is not ours');
  process.kill(service.pid, 'SIGKILL');
}

test('the database keeps acknowledged writes through kill -9 and is started again by itself', async () => {
  const { uri, service } = await startDatabase(supervisor, undefined, inheritedEnv());
  const client = await MongoClient.connect(uri);
  const acts = client.db().collection('acts');
  await acts.insertMany(
    Array.from({ length: 50 }, (_, n) => ({ n })),
    { writeConcern: { w: 'majority' } },
  );
  const killed = service?.pid;
  killHard(service);
  await expect.poll(() => acts.countDocuments().catch(() => 0), { timeout: 15_000 }).toBe(50);
  expect(service?.pid).not.toBe(killed);
  await client.close();
});

test('Temporal keeps its workflows through kill -9, for thirty days', async () => {
  const { address, service } = await startTemporal(supervisor, undefined, 'default', inheritedEnv());
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const handle = await workflow.start('waits', { taskQueue: 'nobody', workflowId: 'kept' });
  killHard(service);
  const status = async (): Promise<string> => (await handle.describe()).status.name;
  await expect.poll(() => status().catch(() => ''), { timeout: 15_000 }).toBe('RUNNING');

  await prepareNamespace(connection, 'default');
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: 'default',
  });
  expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining([LT_AGENCY.name, LT_KIND.name]));
  await connection.close();
});
