import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../bin/services/database.ts';
import { DataFolder, endRecordedChildren } from '../../bin/services/data-folder.ts';
import { readOwner } from '../../bin/services/lock.ts';
import { isRunning } from '../../bin/services/process-identity.ts';
import { Supervisor } from '../../bin/services/supervisor.ts';
import { inheritedEnv } from '../../config/env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test database server; take a database of your own with `freshDatabase`. */
    mongoUri: string;
    /** The bundled workflows, or '' while there are none. */
    workflowBundlePath: string;
  }
}

const runsFolder = join(tmpdir(), 'lienthong-test');
const workflowsPath = resolve('workflows/index.ts');

/** Starts the one database and makes the one bundle that all test files share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(runsFolder, { recursive: true });
  await clearAbandonedRuns();
  const supervisor = new Supervisor(await DataFolder.open(join(runsFolder, String(process.pid))));
  const [database, bundle] = await Promise.all([
    startDatabase(supervisor, undefined, inheritedEnv(), 'fast'),
    bundleWorkflows(supervisor.data.path),
  ]);
  project.provide('mongoUri', database.uri);
  project.provide('workflowBundlePath', bundle);
  return async () => {
    await supervisor.stop();
    rmSync(supervisor.data.path, { recursive: true, force: true });
  };
}

/** A killed test run leaves its database behind: end it and drop its data. */
async function clearAbandonedRuns(): Promise<void> {
  for (const name of readdirSync(runsFolder)) {
    const path = join(runsFolder, name);
    const owner = readOwner(join(path, 'lock'));
    if (owner && isRunning(owner)) continue;
    await endRecordedChildren(path);
    rmSync(path, { recursive: true, force: true });
  }
}

async function bundleWorkflows(folder: string): Promise<string> {
  if (!existsSync(workflowsPath)) return '';
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: silent });
  const path = join(folder, 'workflows.js');
  writeFileSync(path, code);
  return path;
}

const nothing = (): void => undefined;
const silent = {
  log: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: console.warn,
  error: console.error,
};
