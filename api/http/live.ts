import { createSession, type Session } from 'better-sse';
import type { Request, Response } from 'express';
import type { Actor } from '../../workflows/rules/people.ts';

/** Tells open pages that something of theirs changed; never what, so that rights are checked when they fetch. */
export interface Live {
  open(actor: Actor, request: Request, response: Response): Promise<void>;
  /** @param keys ids of the posts, units and agencies concerned */
  publish(keys: readonly string[], event: string): void;
}

/** The live updates of one web process. */
export function createLive(): Live {
  const sessions = new Map<Session, ReadonlySet<string>>();
  return {
    async open(actor, request, response) {
      const session = await createSession(request, response);
      sessions.set(session, new Set<string>([actor.post, actor.unit, actor.agency]));
      session.on('disconnected', () => sessions.delete(session));
    },
    publish(keys, event) {
      for (const [session, own] of sessions) if (keys.some((key) => own.has(key))) session.push('', event);
    },
  };
}
