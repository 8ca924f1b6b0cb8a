import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { inheritedEnv } from '../../config/env.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { seedConnected } from '../seed.ts';
import { DataFolder } from '../services/data-folder.ts';
import { startDatabase } from '../services/database.ts';
import { freePort } from '../services/port.ts';
import { startProduct } from '../services/product.ts';
import { Supervisor } from '../services/supervisor.ts';
import { startTemporal } from '../services/temporal.ts';

const NAMESPACE = 'default';

/** The whole product in processes of its own, as `npm start` runs it, and the doors to its engines. */
export interface LiveProduct {
  readonly address: string;
  readonly engine: { readonly client: Client; readonly address: string };
  /** Number of the worker's process. */
  readonly worker: number;
}

/**
 * Runs the product in a folder of its own while it is measured.
 * @param cachedCases of its worker, when not the usual number
 */
export async function withProduct<T>(
  measure: (product: LiveProduct) => Promise<T>,
  cachedCases?: number,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const supervisor = new Supervisor(await DataFolder.open(folder));
  try {
    const cache = cachedCases === undefined ? {} : { CACHED_CASES: cachedCases };
    const env = { TEMPORAL_NAMESPACE: NAMESPACE, LIENTHONG_DATA: folder, PORT: await freePort(), ...cache };
    const database = await startDatabase(supervisor, undefined, inheritedEnv());
    const temporal = await startTemporal(supervisor, undefined, NAMESPACE, inheritedEnv());
    await connect(database.uri);
    await seedConnected();
    const { worker } = await startProduct(supervisor, env, { database, temporal });
    const connection = await Connection.connect({ address: temporal.address });
    const client = new Client({ connection, namespace: NAMESPACE });
    const engine = { client, address: temporal.address };
    const measured = await measure({
      address: `http://127.0.0.1:${env.PORT}`,
      engine,
      worker: worker.pid ?? 0,
    });
    await connection.close();
    return measured;
  } finally {
    await disconnect();
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
