import { ConfigError, readLauncherEnv, type LauncherEnv } from '../config/env.ts';
import { DataFolder, endRecordedChildren } from './services/data-folder.ts';
import { requireFreePort } from './services/port.ts';
import { startEngines, startProduct, type Engines } from './services/product.ts';
import type { Service } from './services/service.ts';
import { StartFailure } from './services/start-failure.ts';

interface DemoPerson {
  readonly name: string;
  readonly post: string;
  readonly login: string;
  readonly password: string;
}

const trialOnly =
  'CẢNH BÁO: SecantusDB chỉ để dùng thử và kiểm thử. Dữ liệu thật phải đặt trên MongoDB replica set (MONGODB_URI).';

/** In the order they were started; stopped from the last. */
const running: { readonly label: string; readonly service: Service }[] = [];
let data: DataFolder | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await start(readLauncherEnv());
} catch (error) {
  if (!stopping) await fail(error);
}

async function start(env: LauncherEnv): Promise<void> {
  data = await DataFolder.open(env.LIENTHONG_DATA);
  await requireFreePort(env.PORT);
  const engines = await startEngines(data, env);
  note('cơ sở dữ liệu', engines.database.service);
  note('Temporal', engines.temporal.service);
  const people = await seedProduct(engines.database.uri);
  const [worker, web] = await startProduct(data, env, engines);
  note('tiến trình xử lý', worker);
  note('máy chủ web', web);
  announce(env, data, engines, people);
}

function note(label: string, service: Service | undefined): void {
  if (service) running.push({ label, service });
}

/** Calls `seed(mongoUri)` and then `demoPeople()` of bin/seed.ts. */
async function seedProduct(_mongoUri: string): Promise<readonly DemoPerson[]> {
  return Promise.resolve([]);
}

function announce(env: LauncherEnv, folder: DataFolder, engines: Engines, people: readonly DemoPerson[]): void {
  const seconds = (performance.now() / 1000).toFixed(1).replace('.', ',');
  const lines = [
    '',
    `Liên Thông: http://127.0.0.1:${String(env.PORT)} (khởi động trong ${seconds} giây)`,
    '',
    ...people.map(({ name, post, login, password }) => `  ${login.padEnd(20)} ${password.padEnd(16)} ${name}, ${post}`),
    '',
    `Cơ sở dữ liệu: ${engines.database.how}`,
    `Temporal: ${engines.temporal.how}`,
    `Dữ liệu và nhật ký: ${folder.path}`,
    ...(engines.database.engine === 'secantus' ? [trialOnly] : []),
    'Dừng: Ctrl-C',
  ];
  console.log(lines.join('\n'));
}

async function fail(error: unknown): Promise<void> {
  const isSentence = error instanceof StartFailure || error instanceof ConfigError;
  console.error(isSentence ? error.message : error);
  await stop(1);
}

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const { label, service } of running.toReversed()) {
    console.log(`Đang dừng ${label}…`);
    await service.stop();
  }
  if (data) {
    // What was still on its way up when the signal came.
    await endRecordedChildren(data.path);
    data.close();
  }
  if (exitCode === 0) console.log('Đã dừng.');
  process.exit(exitCode);
}
