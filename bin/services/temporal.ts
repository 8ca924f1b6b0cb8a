import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { locateTemporal } from '../setup/temporal.mjs';
import { prepareNamespace } from './namespace.ts';
import { freePort } from './port.ts';
import type { Service } from './service.ts';
import { StartFailure } from './start-failure.ts';
import type { Supervisor } from './supervisor.ts';

export interface Temporal {
  readonly address: string;
  readonly how: string;
  /** Absent when the server is somebody else's. */
  readonly service?: Service;
}

/**
 * The given Temporal server, or one of our own on loopback; its namespace is ready for workflows.
 * @param fixedPort where it is to listen, when it is started again for clients that know it
 */
export async function startTemporal(
  supervisor: Supervisor,
  given: string | undefined,
  namespace: string,
  env: NodeJS.ProcessEnv,
  fixedPort?: number,
): Promise<Temporal> {
  const temporal =
    given === undefined ? await startEmbedded(supervisor, namespace, env, fixedPort) : useGiven(given);
  try {
    const connection = await Connection.connect({ address: temporal.address });
    await prepareNamespace(connection, namespace);
    await connection.close();
  } catch (error) {
    throw new StartFailure(`Temporal ở ${temporal.address} không dùng được: ${String(error)}`);
  }
  return temporal;
}

const useGiven = (address: string): Temporal => ({ address, how: `TEMPORAL_ADDRESS (${address})` });

async function startEmbedded(
  supervisor: Supervisor,
  namespace: string,
  env: NodeJS.ProcessEnv,
  fixedPort?: number,
): Promise<Temporal> {
  const found = locateTemporal();
  if (!found) throw new StartFailure('Chưa có Temporal trên máy này. Hãy chạy: node bin/setup.mjs');
  const port = fixedPort ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const folder = supervisor.data.folder('temporal');
  const service = await supervisor.start('temporal', {
    label: 'Temporal',
    command: found.path,
    args: temporalArguments(port, join(folder, 'temporal.db'), namespace),
    cwd: folder,
    env,
    ready: async () => (await Connection.connect({ address, connectTimeout: '1s' })).close(),
  });
  return { address, how: found.how, service };
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
