import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { type Cases, createCases } from '../../api/cases.client.ts';
import { seedConnected } from '../../bin/seed.ts';
import { startDatabase } from '../../bin/services/database.ts';
import { DataFolder } from '../../bin/services/data-folder.ts';
import { freePort } from '../../bin/services/port.ts';
import { startWorker } from '../../bin/services/product.ts';
import type { Service } from '../../bin/services/service.ts';
import { Supervisor } from '../../bin/services/supervisor.ts';
import { startTemporal } from '../../bin/services/temporal.ts';
import { inheritedEnv } from '../../config/env.ts';
import { connect, disconnect } from '../../store/connection.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

export const VICTIMS = ['worker', 'temporal', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];

/** The real processes of the product on a disk, each of which can die at any moment and come back to its data. */
export interface Stage {
  readonly client: Client;
  readonly cases: Cases;
  /** The product's clock: any date, the engines run on the machine's. */
  readonly now: () => Instant;
  kill(victim: Victim): Promise<void>;
  start(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

/** @param startAt the product's clock now */
export async function startStage(startAt: Instant): Promise<Stage> {
  const folder = await DataFolder.open(join(tmpdir(), 'lienthong-test', `stage-${process.pid}`));
  const supervisor = new Supervisor(folder);
  const ports = { database: await freePort(), temporal: await freePort() };
  const running = new Map<Victim, Service>();
  const database = await startDatabase(supervisor, undefined, inheritedEnv(), 'kept', ports.database);
  const temporal = await startTemporal(supervisor, undefined, NAMESPACE, inheritedEnv(), ports.temporal);
  const settings = { TEMPORAL_NAMESPACE: NAMESPACE, LIENTHONG_DATA: folder.path, PORT: 1 };
  const starts: Record<Victim, () => Promise<Service | undefined>> = {
    database: async () =>
      (await startDatabase(supervisor, undefined, inheritedEnv(), 'kept', ports.database)).service,
    temporal: async () =>
      (await startTemporal(supervisor, undefined, NAMESPACE, inheritedEnv(), ports.temporal)).service,
    worker: () => startWorker(supervisor, settings, { database, temporal }),
  };
  keep('database', database.service);
  keep('temporal', temporal.service);
  keep('worker', await starts.worker());
  await connect(database.uri);
  await seedConnected();
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: NAMESPACE });
  const offset = startAt - Date.now();
  const now = () => Date.now() + offset;

  function keep(victim: Victim, service: Service | undefined): void {
    if (!service) throw new Error(`The ${victim} is not ours to kill`);
    running.set(victim, service);
  }

  return {
    ...{ client, cases: createCases(client, now, offset), now },
    async kill(victim) {
      const service = running.get(victim);
      if (service?.pid === undefined) throw new Error(`The ${victim} does not run`);
      process.kill(service.pid, 'SIGKILL');
      // So that nobody but the test starts it again.
      await service.stop();
    },
    async start(victim) {
      keep(victim, await starts[victim]());
    },
    async stop() {
      await connection.close();
      await disconnect();
      await supervisor.stop();
      rmSync(folder.path, { recursive: true, force: true });
    },
  };
}

const NAMESPACE = 'default';
