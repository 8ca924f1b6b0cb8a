import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { navigation } from '../../api/navigation.ts';
import { routes } from '../../api/routes.ts';
import { type FileStore, localFiles } from '../../store/files.ts';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { arrivalCommand } from '../builders/arrival.ts';
import type { Browser } from '../builders/browser.ts';
import { startWeb } from '../builders/web.ts';
import { type Engine, startEngine } from './engine.ts';

/** The whole product on a real engine whose clock is moved by hand, over a seeded database of its own. */
export interface Product extends Omit<Engine, 'stop'> {
  /** Base address, for a real browser. */
  readonly address: string;
  readonly files: FileStore;
  /** A browser in which this person of the trial data has signed in. */
  signedIn(login: string): Promise<Browser>;
  /** A document reaches an agency through the axis. */
  arrive(envelope: Partial<Envelope>): Promise<DispatchId>;
  stop(): Promise<void>;
}

/** @param startAt the product's clock at the start */
export async function startProduct(startAt: Instant): Promise<Product> {
  const engine = await startEngine(startAt);
  const { cases, now } = engine;
  const folder = await mkdtemp(join(tmpdir(), 'lienthong-files-'));
  const files = localFiles(folder);
  const web = await startWeb(routes, { navigation, clock: now, cases, files });
  let arrivals = 0;
  return {
    ...engine,
    ...{ address: web.address, files },
    async signedIn(login) {
      const browser = web.browser();
      const answer = await browser.signIn(login);
      if (answer.status !== 303) throw new Error(`${login} cannot sign in: ${answer.status}`);
      return browser;
    },
    async arrive(envelope) {
      const id = `arrival-${++arrivals}` as DispatchId;
      const command = await arrivalCommand(envelope, now());
      await cases.act(command.envelope.to, id, `arrive-${id}`, command);
      return id;
    },
    async stop() {
      await engine.stop();
      await web.stop();
      await rm(folder, { recursive: true });
    },
  };
}
