import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  size: 32,
  getTokenFromRequest: (request: Request) => {
    const { _csrf } = (request.body ?? {}) as { _csrf?: unknown };
    return typeof _csrf === 'string' ? _csrf : request.get('x-csrf-token');
  },
});

/** Refuses with 403 what does not come from a page or client that this session was given. */
export const requireCsrfToken = csrfSynchronisedProtection;

/** The token of this session, for the hidden field of forms and the header of API clients. */
export const csrfTokenOf = (request: Request): string => generateToken(request);
