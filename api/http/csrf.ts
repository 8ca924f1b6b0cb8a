import { createHash } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

declare module 'express-session' {
  interface SessionData {
    /** A page or client was given the token: without anything in it a session is not kept. */
    guarded: true;
  }
}

const { csrfSynchronisedProtection } = csrfSync({
  getTokenFromRequest: (request: Request) => {
    const { _csrf } = (request.body ?? {}) as { _csrf?: unknown };
    return typeof _csrf === 'string' ? _csrf : request.get('x-csrf-token');
  },
  getTokenFromState: tokenOf,
});

/** Refuses with 403 what does not come from a page or client that this session was given. */
export const requireCsrfToken = csrfSynchronisedProtection;

/** The token of this session, for the hidden field of forms and the header of API clients. */
export function csrfTokenOf(request: Request): string {
  request.session.guarded = true;
  return tokenOf(request);
}

/** Made from the session's secret name and not kept beside it: pages asked for at once would each keep another one. */
function tokenOf({ sessionID }: Request): string {
  return createHash('sha256').update(`csrf ${sessionID}`).digest('base64url');
}
