import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import type { Route } from '../../api/http/define-route.ts';
import type { Deps } from '../../api/http/deps.ts';
import { createLive, type Live } from '../../api/http/live.ts';
import { seedConnected } from '../../bin/seed.ts';
import { localFiles } from '../../store/files.ts';
import { connect, databaseClient, disconnect } from '../../store/connection.ts';
import { freshDatabase } from '../support/database.ts';
import { Browser } from './browser.ts';

export interface Web {
  readonly address: string;
  readonly live: Live;
  browser(): Browser;
  setClock(at: number): void;
  stop(): Promise<void>;
}

/** The web application over a seeded database of its own, on 09/03/2026 08:00. */
export async function startWeb(routes: readonly Route[], parts: Partial<Deps> = {}): Promise<Web> {
  let now = Date.parse('2026-03-09T08:00:00+07:00');
  await connect(freshDatabase());
  await seedConnected();
  const live = createLive();
  const deps: Deps = {
    ...{ clock: () => now, logger: pino({ level: 'silent' }), database: databaseClient(), live },
    ...{
      sessionSecret: 'a-secret-of-the-tests-with-enough-length',
      navigation: [],
      files: localFiles(tmpdir()),
    },
    cases: { act: noEngine, recalculate: noEngine },
    ...parts,
  };
  const app = await createApp(deps, routes);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ address, live, browser: () => new Browser(address) },
    setClock(at) {
      now = at;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await disconnect();
    },
  };
}

const noEngine = () => Promise.reject(new Error('This test has no engine'));
