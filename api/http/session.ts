import { MongoStore } from 'connect-mongo';
import type { Handler } from 'express';
import session from 'express-session';
import type { PersonId, PostId } from '../../workflows/rules/ids.ts';
import type { Deps } from './deps.ts';
import type { Flash } from './result.ts';

declare module 'express-session' {
  interface SessionData {
    person: PersonId;
    /** The post that the person acts as (U-1). */
    post: PostId;
    flash: Flash;
  }
}

const WORKING_DAY = 12 * 3_600_000;

/** Sessions kept in the record, so that any web process can answer any request. */
export function sessions({ database, sessionSecret }: Pick<Deps, 'database' | 'sessionSecret'>): Handler {
  return session({
    name: 'lienthong',
    secret: sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: WORKING_DAY },
    store: MongoStore.create({ client: database, touchAfter: 300, ttl: WORKING_DAY / 1000 }),
  });
}
