import type { MongoClient } from 'mongodb';
import type { Logger } from 'pino';
import type { FileStore } from '../../store/files.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Cases } from '../cases.client.ts';
import type { NavItem } from '../navigation.ts';
import type { Live } from './live.ts';

/** What the web application is given by its process; nothing of it is global. */
export interface Deps {
  readonly clock: () => Instant;
  /** The only door to the engine. */
  readonly cases: Cases;
  readonly files: FileStore;
  readonly logger: Logger;
  /** Keeps the sessions. */
  readonly database: MongoClient;
  readonly sessionSecret: string;
  readonly live: Live;
  readonly navigation: readonly NavItem[];
}
