import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { locateDatabases } from '../setup/database.mjs';
import type { DataFolder } from './data-folder.ts';
import { becomePrimary } from './replica-set.ts';
import { freePort } from './port.ts';
import type { Service } from './service.ts';
import { StartFailure } from './start-failure.ts';
import type { Supervisor } from './supervisor.ts';

export interface Database {
  readonly uri: string;
  readonly engine: 'given' | 'mongod' | 'secantus';
  readonly how: string;
  /** Absent when the database is somebody else's. */
  readonly service?: Service;
}

/** `kept`: every acknowledged write survives a crash. `fast`: for tests whose data is thrown away. */
export type Durability = 'kept' | 'fast';

type Engine = 'mongod' | 'secantus';

/**
 * The given database, or one of our own on loopback with its data in the data folder.
 * @param fixedPort where it is to listen, when it is started again for clients that know it
 */
export async function startDatabase(
  supervisor: Supervisor,
  given: string | undefined,
  env: NodeJS.ProcessEnv,
  durability: Durability = 'kept',
  fixedPort?: number,
): Promise<Database> {
  if (given !== undefined) return useGiven(given);
  const { data } = supervisor;
  const { engine, path, how } = chooseEngine(data);
  const port = fixedPort ?? (await freePort());
  const direct = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const folder = data.folder(engine);
  const service = await supervisor.start('database', {
    label: 'cơ sở dữ liệu',
    command: path,
    args: engine === 'secantus' ? secantusArguments(port, folder, durability) : mongodArguments(port, folder),
    // Its own folder: SecantusDB obeys a secantusd.toml where it is started.
    cwd: folder,
    env: durability === 'fast' ? { ...env, SECANTUS_WT_CONFIG_EXTRA: unsyncedLog } : env,
    ready: () => limitTransactions(direct),
  });
  if (engine === 'mongod') await becomePrimary(direct, `127.0.0.1:${port}`);
  const { setName } = await hello(direct);
  return { uri: `mongodb://127.0.0.1:${port}/lienthong?replicaSet=${String(setName)}`, engine, how, service };
}

/** What a process that died held in a transaction is free after this, not after the engines' own minute. */
const TRANSACTION_SECONDS = 10;

async function limitTransactions(uri: string): Promise<void> {
  await command(uri, { setParameter: 1, transactionLifetimeLimitSeconds: TRANSACTION_SECONDS });
}

const unsyncedLog = 'transaction_sync=(enabled=true,method=none)';

/** The command line of SecantusDB; without --sync-on-commit it acknowledges writes that it does not keep. */
export function secantusArguments(port: number, folder: string, durability: Durability): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', folder],
    ...(durability === 'kept' ? ['--sync-on-commit', '--cache-size', '1G'] : ['--cache-size', '256M']),
    ...['--oplog-retention-seconds', '604800', '--oplog-max-entries', '2000000', '--log-level', 'WARNING'],
  ];
}

const mongodArguments = (port: number, folder: string): string[] => [
  ...[
    '--bind_ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--dbpath',
    folder,
    '--replSet',
    'lienthong',
    '--quiet',
  ],
];

/** Data written by one engine can't be read by the other: where there is data, its engine goes on. */
function chooseEngine(data: DataFolder): ReturnType<typeof locateDatabases>[number] {
  const located = locateDatabases();
  const inUse = (['mongod', 'secantus'] as const).find((engine) => hasData(data, engine));
  const chosen = inUse ? located.find(({ engine }) => engine === inUse) : located[0];
  if (chosen) return chosen;
  throw new StartFailure(
    inUse
      ? `Dữ liệu ở ${join(data.path, inUse)} là của ${inUse}, nhưng máy này không còn chương trình đó.`
      : 'Chưa có cơ sở dữ liệu trên máy này. Hãy chạy node bin/setup.mjs, hoặc cài mongod, hoặc đặt MONGODB_URI.',
  );
}

function hasData(data: DataFolder, engine: Engine): boolean {
  const folder = join(data.path, engine);
  return existsSync(folder) && readdirSync(folder).length > 0;
}

async function useGiven(uri: string): Promise<Database> {
  const answer = await hello(uri).catch((error: unknown) => {
    throw new StartFailure(`Không kết nối được MONGODB_URI: ${String(error)}`);
  });
  if (answer.setName === undefined && answer.msg !== 'isdbgrid')
    throw new StartFailure('MONGODB_URI phải là một replica set hoặc cụm phân mảnh: sản phẩm cần giao dịch.');
  return { uri, engine: 'given', how: 'MONGODB_URI' };
}

function hello(uri: string): Promise<{ setName?: unknown; msg?: unknown }> {
  return command(uri, { hello: 1 });
}

async function command(uri: string, asked: object): Promise<object> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 3000 });
  try {
    return await client.db('admin').command(asked);
  } finally {
    await client.close();
  }
}
