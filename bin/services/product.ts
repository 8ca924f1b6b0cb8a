import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { inheritedEnv, type LauncherEnv } from '../../config/env.ts';
import { root } from '../setup/packages.mjs';
import { startDatabase, type Database } from './database.ts';
import type { DataFolder } from './data-folder.ts';
import { Service } from './service.ts';
import { startTemporal, type Temporal } from './temporal.ts';

export interface Engines {
  readonly database: Database;
  readonly temporal: Temporal;
}

/** Starts, or finds, the database and Temporal. */
export async function startEngines(data: DataFolder, env: LauncherEnv): Promise<Engines> {
  const [database, temporal] = await Promise.all([
    startDatabase(data, env.MONGODB_URI, inheritedEnv()),
    startTemporal(data, env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE, inheritedEnv()),
  ]);
  return { database, temporal };
}

/** Starts the worker and the web server on the engines; both answer when this resolves. */
export async function startProduct(data: DataFolder, env: LauncherEnv, engines: Engines): Promise<[Service, Service]> {
  const settings = {
    ...inheritedEnv(),
    MONGODB_URI: engines.database.uri,
    TEMPORAL_ADDRESS: engines.temporal.address,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE,
    FILES_DIR: env.FILES_DIR ?? data.folder('files'),
    PORT: String(env.PORT),
    SESSION_SECRET: sessionSecret(data),
  };
  const nodeService = (name: string, label: string, script: string, ready: () => Promise<unknown>): Service =>
    new Service({ name, label, command: process.execPath, args: [script], cwd: root, env: settings, ready }, data);
  return Promise.all([
    nodeService('worker', 'Tiến trình xử lý', 'activities/worker.ts', () => polled(engines.temporal, env)).start(),
    nodeService('web', 'Máy chủ web', 'api/server.ts', () => healthy(env.PORT)).start(),
  ]);
}

/** Made once and kept, so that a restart signs nobody out. */
function sessionSecret(data: DataFolder): string {
  const file = join(data.path, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function healthy(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${String(port)}/healthz`, { signal: AbortSignal.timeout(2000) });
  if (!response.ok) throw new Error(`healthz: ${String(response.status)}`);
}

async function polled(temporal: Temporal, env: LauncherEnv): Promise<void> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue: { name: 'dispatch' },
      taskQueueType: 1,
    });
    if (!pollers?.length) throw new Error('no worker polls yet');
  } finally {
    await connection.close();
  }
}
