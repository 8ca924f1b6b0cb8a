import type { MongoClient } from 'mongodb';
import type { Logger } from 'pino';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { NavItem } from '../navigation.ts';
import type { Route } from './define-route.ts';
import type { Live } from './live.ts';

/** What the web application is given by its process; nothing of it is global. */
export interface Deps {
  readonly clock: () => Instant;
  readonly logger: Logger;
  /** Keeps the sessions. */
  readonly database: MongoClient;
  readonly sessionSecret: string;
  readonly live: Live;
  readonly routes: readonly Route[];
  readonly navigation: readonly NavItem[];
}
