import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createCases } from '../api/cases.client.ts';
import { historyView } from '../api/dispatches/history.presenter.ts';
import { instantText } from '../api/http/instants.ts';
import { translations } from '../api/http/i18n.ts';
import { ConfigError, inheritedEnv, readLauncherEnv } from '../config/env.ts';
import { connect, disconnect } from '../store/connection.ts';
import { eventsOf, stateOf } from '../store/dispatches/dispatch.view.ts';
import { DISPATCH_QUEUE } from '../workflows/contract/dispatch.contract.ts';
import type { DispatchId } from '../workflows/rules/ids.ts';
import type { Instant } from '../workflows/rules/working-time/calendar.ts';
import { startSkippingEngine } from './demo/skipping-engine.ts';
import { PROVINCE, type Stage, theSeed } from './demo/the-seed.ts';
import { seedConnected } from './seed.ts';
import { DataFolder, runningDatabase } from './services/data-folder.ts';
import { startDatabase } from './services/database.ts';
import { StartFailure } from './services/start-failure.ts';
import { Supervisor } from './services/supervisor.ts';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });

/** S01: 11503/VPCP-TTĐT arrives at 08:00 on 31/10/2017. */
const START: Instant = Date.parse('2017-10-31T08:00:00+07:00');

try {
  await withRecord(async (uri) => {
    await connect(uri);
    await seedConnected();
    try {
      await tell(await play());
    } finally {
      await disconnect();
    }
  });
} catch (error) {
  if (!(error instanceof StartFailure || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The record of the running product with --keep, else a database of its own that goes afterwards. */
async function withRecord(use: (uri: string) => Promise<void>): Promise<void> {
  const env = readLauncherEnv();
  const running = env.MONGODB_URI ?? runningDatabase(env.LIENTHONG_DATA);
  if (options.keep && running !== undefined) {
    await use(running);
    return;
  }
  const folder = options.keep ? env.LIENTHONG_DATA : mkdtempSync(join(tmpdir(), 'lienthong-demo-'));
  const supervisor = new Supervisor(await DataFolder.open(folder));
  try {
    const database = await startDatabase(
      supervisor,
      undefined,
      inheritedEnv(),
      options.keep ? 'kept' : 'fast',
    );
    await use(database.uri);
  } finally {
    await supervisor.stop();
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the seed on a real engine that skips over waiting. */
async function play(): Promise<DispatchId> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });
  const { env, offset, now, sleepUntil } = await startSkippingEngine(START);
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: DISPATCH_QUEUE,
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    activities: createActivities(now),
  });
  const id = randomUUID() as DispatchId;
  const stage: Stage = {
    now,
    act: (command) => createCases(env.client, now, offset).act(PROVINCE, id, randomUUID(), command),
    sleepUntil,
  };
  await worker.runUntil(theSeed(stage));
  await env.teardown();
  return id;
}

/** Prints what happened as a person would read it. */
async function tell(id: DispatchId): Promise<void> {
  const t = (await translations()).getFixedT('vi');
  const [events, state] = await Promise.all([eventsOf(id), stateOf(PROVINCE, id)]);
  const { codeNumber = '', codeNotation = '', subject = '' } = state.registration ?? {};
  console.log(`\n${codeNumber}/${codeNotation}: ${subject}\n`);
  for (const line of historyView({ state, events, t })) {
    console.log(`${instantText(line.at)}  ${line.who} ${line.text}`);
  }
  if (options.keep) console.log(`\nĐã giữ lại: /dispatches/${id}`);
}
