import { ConfigError, readLauncherEnv, type LauncherEnv } from '../config/env.ts';
import { demoPeople, seed, type DemoPerson } from './seed.ts';
import { DataFolder } from './services/data-folder.ts';
import { requireFreePort } from './services/port.ts';
import { startEngines, startProduct, type Engines } from './services/product.ts';
import { StartFailure } from './services/start-failure.ts';
import { Supervisor } from './services/supervisor.ts';

const trialOnly =
  'CẢNH BÁO: SecantusDB chỉ để dùng thử và kiểm thử. Dữ liệu thật phải đặt trên MongoDB replica set (MONGODB_URI).';

let supervisor: Supervisor | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await start(readLauncherEnv());
} catch (error) {
  await fail(error);
}

async function start(env: LauncherEnv): Promise<void> {
  supervisor = new Supervisor(await DataFolder.open(env.LIENTHONG_DATA));
  await requireFreePort(env.PORT);
  const engines = await startEngines(supervisor, env);
  supervisor.data.noteDatabase(engines.database.uri);
  await seed(engines.database.uri);
  await startProduct(supervisor, env, engines);
  announce(env, supervisor.data, engines);
}

function announce(env: LauncherEnv, folder: DataFolder, engines: Engines): void {
  const seconds = (performance.now() / 1000).toFixed(1).replace('.', ',');
  const lines = [
    '',
    `Liên Thông: http://127.0.0.1:${env.PORT} (khởi động trong ${seconds} giây)`,
    '',
    ...demoPeople().map(describe),
    '',
    `Cơ sở dữ liệu: ${engines.database.how}`,
    `Temporal: ${engines.temporal.how}`,
    `Dữ liệu và nhật ký: ${folder.path}`,
    ...(engines.database.engine === 'secantus' ? [trialOnly] : []),
    'Dừng: Ctrl-C',
  ];
  console.log(lines.join('\n'));
}

function describe({ name, post, agency, login, password }: DemoPerson): string {
  return `  ${login.padEnd(18)} ${password}  ${name}, ${post}, ${agency}`;
}

async function fail(error: unknown): Promise<void> {
  // A start that a signal broke off fails somewhere, and that is no news.
  if (stopping) return;
  const isSentence = error instanceof StartFailure || error instanceof ConfigError;
  console.error(isSentence ? error.message : error);
  await stop(1);
}

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await supervisor?.stop((label) => {
    console.log(`Đang dừng ${label}…`);
  });
  if (exitCode === 0) console.log('Đã dừng.');
  process.exit(exitCode);
}
