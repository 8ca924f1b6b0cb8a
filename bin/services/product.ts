import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { inheritedEnv, type LauncherEnv } from '../../config/env.ts';
import { DISPATCH_QUEUE } from '../../workflows/contract/dispatch.contract.ts';
import { root } from '../setup/packages.mjs';
import { startDatabase, type Database } from './database.ts';
import type { DataFolder } from './data-folder.ts';
import type { Service } from './service.ts';
import type { ServiceName, Supervisor } from './supervisor.ts';
import { startTemporal, type Temporal } from './temporal.ts';

const { TaskQueueType } = proto.temporal.api.enums.v1;

export interface Engines {
  readonly database: Database;
  readonly temporal: Temporal;
}

/** Starts, or finds, the database and Temporal. */
export async function startEngines(supervisor: Supervisor, env: LauncherEnv): Promise<Engines> {
  const [database, temporal] = await Promise.all([
    startDatabase(supervisor, env.MONGODB_URI, inheritedEnv()),
    startTemporal(supervisor, env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE, inheritedEnv()),
  ]);
  return { database, temporal };
}

/** Starts the worker and the web server on the engines; both answer when this resolves. */
export async function startProduct(
  supervisor: Supervisor,
  env: LauncherEnv,
  engines: Engines,
): Promise<{ readonly worker: Service; readonly web: Service }> {
  const starts = [startWorker(supervisor, env, engines), startWeb(supervisor, env, engines)] as const;
  const [worker, web] = await Promise.all(starts);
  return { worker, web };
}

/** Starts the worker; it polls when this resolves. */
export function startWorker(supervisor: Supervisor, env: LauncherEnv, engines: Engines): Promise<Service> {
  const ready = () => polled(engines.temporal, env);
  return startNode(
    supervisor,
    'worker',
    { label: 'tiến trình xử lý', script: 'activities/worker.ts', ready },
    settings(supervisor, env, engines),
  );
}

function startWeb(supervisor: Supervisor, env: LauncherEnv, engines: Engines): Promise<Service> {
  const ready = () => healthy(env.PORT);
  return startNode(
    supervisor,
    'web',
    { label: 'máy chủ web', script: 'api/server.ts', ready },
    settings(supervisor, env, engines),
  );
}

function settings(
  { data }: Supervisor,
  env: LauncherEnv,
  { database, temporal }: Engines,
): NodeJS.ProcessEnv {
  return {
    ...inheritedEnv(),
    MONGODB_URI: database.uri,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE,
    FILES_DIR: env.FILES_DIR ?? data.folder('files'),
    CACHED_CASES: String(env.CACHED_CASES ?? ''),
    PORT: String(env.PORT),
    SESSION_SECRET: sessionSecret(data),
  };
}

function startNode(
  supervisor: Supervisor,
  name: ServiceName,
  {
    label,
    script,
    ready,
  }: { readonly label: string; readonly script: string; readonly ready: () => Promise<unknown> },
  env: NodeJS.ProcessEnv,
): Promise<Service> {
  return supervisor.start(name, { label, command: process.execPath, args: [script], cwd: root, env, ready });
}

/** Made once and kept, so that a restart signs nobody out. */
function sessionSecret(data: DataFolder): string {
  const file = join(data.path, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function healthy(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
  if (!response.ok) throw new Error(`healthz: ${response.status}`);
}

async function polled(temporal: Temporal, env: LauncherEnv): Promise<void> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue: { name: DISPATCH_QUEUE },
      taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
    });
    if (!pollers.length) throw new Error('no worker polls yet');
  } finally {
    await connection.close();
  }
}
