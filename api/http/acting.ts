import type { Handler } from 'express';
import { actorFor } from '../../store/organisation/people.view.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Deps } from './deps.ts';

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Actor;
  }
}

/** Asks anew at each request whether the person holds the post, so that losing it takes effect at once (D-9). */
export function findActor({ clock }: Pick<Deps, 'clock'>): Handler {
  return async (request, _response, next) => {
    const { person, post } = request.session;
    const actor =
      person !== undefined && post !== undefined ? await actorFor(person, post, clock()) : undefined;
    if (actor) request.actor = actor;
    next();
  };
}
