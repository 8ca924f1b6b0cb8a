import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { locateTemporal } from '../setup/temporal.mjs';
import type { DataFolder } from './data-folder.ts';
import { prepareNamespace } from './namespace.ts';
import { freePort } from './port.ts';
import { Service } from './service.ts';
import { StartFailure } from './start-failure.ts';

export interface Temporal {
  readonly address: string;
  readonly how: string;
  /** Absent when the server is somebody else's. */
  readonly service?: Service;
}

/** The given Temporal server, or one of our own on loopback; its namespace is ready for workflows. */
export async function startTemporal(
  data: DataFolder,
  given: string | undefined,
  namespace: string,
  env: NodeJS.ProcessEnv,
): Promise<Temporal> {
  const temporal = given === undefined ? await startEmbedded(data, namespace, env) : useGiven(given);
  try {
    const connection = await Connection.connect({ address: temporal.address });
    await prepareNamespace(connection, namespace);
    await connection.close();
  } catch (error) {
    await temporal.service?.stop();
    throw new StartFailure(`Temporal ở ${temporal.address} không dùng được: ${String(error)}`);
  }
  return temporal;
}

const useGiven = (address: string): Temporal => ({ address, how: `TEMPORAL_ADDRESS (${address})` });

async function startEmbedded(data: DataFolder, namespace: string, env: NodeJS.ProcessEnv): Promise<Temporal> {
  const found = locateTemporal();
  if (!found) throw new StartFailure('Chưa có Temporal trên máy này. Hãy chạy: node bin/setup.mjs');
  const port = await freePort();
  const address = `127.0.0.1:${String(port)}`;
  const folder = data.folder('temporal');
  const service = new Service(
    {
      name: 'temporal',
      label: 'Temporal',
      command: found.path,
      args: temporalArguments(port, join(folder, 'temporal.db'), namespace),
      cwd: folder,
      env,
      ready: async () => (await Connection.connect({ address, connectTimeout: '1s' })).close(),
    },
    data,
  );
  return { address, how: found.how, service: await service.start() };
}

/** The command line of the dev server; its pages have no login, so it stays on loopback without them. */
export function temporalArguments(port: number, databaseFile: string, namespace: string): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless'],
    ...['--log-level', 'error', '--namespace', namespace, '--db-filename', databaseFile],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...['--dynamic-config-value', 'history.maxInFlightUpdates=50'],
  ];
}
