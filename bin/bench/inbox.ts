import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { createLive } from '../../api/http/live.ts';
import { navigation } from '../../api/navigation.ts';
import { routes } from '../../api/routes.ts';
import { inheritedEnv } from '../../config/env.ts';
import { connect, databaseClient, disconnect } from '../../store/connection.ts';
import { localFiles } from '../../store/files.ts';
import { holderOf } from '../../store/organisation/holder.ts';
import { demoPeople, seedConnected } from '../seed.ts';
import { DataFolder } from '../services/data-folder.ts';
import { startDatabase } from '../services/database.ts';
import { Supervisor } from '../services/supervisor.ts';
import type { Figure } from './figure.ts';
import { busiestPosts, fillInboxes } from './inbox-rows.ts';

const ROWS = 100_000;
const PEOPLE = 500;
const VISITORS = 25;
const ROUNDS = 20;
const WARM_UP = 2;

/** The first page of "Việc của tôi" with its counts over HTTP, one request after the other, each visitor in turn. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-inbox-'));
  const supervisor = new Supervisor(await DataFolder.open(folder));
  try {
    const { uri } = await startDatabase(supervisor, undefined, inheritedEnv(), 'fast');
    await connect(uri);
    await seedConnected();
    const now = Date.now();
    const posts = await busiestPosts(PEOPLE);
    await fillInboxes(posts, ROWS, now);
    const every = Math.floor(posts.length / VISITORS);
    const visitors = posts.filter((_, place) => place % every === 0);
    return await measured(visitors.map((post) => holderOf(post, now) ?? ''));
  } finally {
    await disconnect();
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(logins: readonly string[]): Promise<Figure[]> {
  const nothing = () => Promise.reject(new Error('No act is measured here'));
  const noEngine = { act: nothing, recalculate: nothing };
  const deps = {
    ...{ clock: Date.now, logger: pino({ level: 'silent' }), database: databaseClient(), navigation },
    ...{ sessionSecret: 'of-this-measurement-only-0123456789', live: createLive() },
    ...{ cases: noEngine, files: localFiles(tmpdir()) },
  };
  const server = (await createApp(deps, routes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookies = await Promise.all(logins.map((login) => signedIn(address, login)));
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const cookie of cookies) {
      const time = await firstPage(address, cookie);
      if (round >= 0) times.push(time);
    }
  }
  server.closeAllConnections();
  server.close();
  times.sort((a, b) => a - b);
  const share = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return [
    { figure: 'inbox.p50Ms', value: share(0.5), unit: 'ms' },
    { figure: 'inbox.p95Ms', value: share(0.95), unit: 'ms' },
  ];
}

async function firstPage(address: string, cookie: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(`${address}/tasks`, { headers: { cookie } });
  const text = await response.text();
  const time = performance.now() - start;
  if (!response.ok || !text.includes('data-row')) throw new Error(`No rows came: ${response.status}`);
  return time;
}

async function signedIn(address: string, login: string): Promise<string> {
  const first = await fetch(`${address}/api/v1/sign-in`);
  const body = new URLSearchParams({
    ...{ login, password: demoPeople()[0]?.password ?? '', _csrf: first.headers.get('x-csrf-token') ?? '' },
  });
  const init = { method: 'POST', body, redirect: 'manual', headers: { cookie: cookieOf(first) } } as const;
  const answer = await fetch(`${address}/sign-in`, init);
  if (answer.status !== 303) throw new Error(`${login} cannot sign in: ${answer.status}`);
  return cookieOf(answer);
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
