import { createSession, type Session } from 'better-sse';
import type { Request, Response } from 'express';
import type { Actor } from '../../workflows/rules/people.ts';
import { type Key, keysOf } from '../../workflows/rules/permission/keys.ts';

/** What a page can hear: its list or its dispatch changed, a message came, or what changed is not known. */
export type LiveEvent = 'inbox' | 'messages' | 'lost' | `dispatch-${string}`;

/** Tells open pages that something of theirs changed; never what, so that rights are checked when they fetch. */
export interface Live {
  open(actor: Actor, request: Request, response: Response): Promise<void>;
  /** Tells whoever holds one of the keys, or everyone when it is not known what changed. */
  publish(keys: readonly Key[] | 'everyone', event: LiveEvent): void;
}

/** Changes so close together are told once: a burst of acts must not become a burst of fetches. */
const GATHER_MS = 100;

/** The live updates of one web process. */
export function createLive(): Live {
  const sessions = new Map<Session, readonly Key[]>();
  const gathering = new Map<LiveEvent, Set<Key> | 'everyone'>();

  function tell(event: LiveEvent): void {
    const keys = gathering.get(event) ?? new Set();
    gathering.delete(event);
    for (const [session, own] of sessions) {
      if (keys === 'everyone' || own.some((key) => keys.has(key))) session.push('', event);
    }
  }

  return {
    async open(actor, request, response) {
      const session = await createSession(request, response);
      sessions.set(session, keysOf(actor));
      session.on('disconnected', () => sessions.delete(session));
    },
    publish(keys, event) {
      const before = gathering.get(event);
      if (before === undefined) {
        setTimeout(() => {
          tell(event);
        }, GATHER_MS);
      }
      const all = before === 'everyone' || keys === 'everyone';
      gathering.set(event, all ? 'everyone' : new Set([...(before ?? []), ...keys]));
    },
  };
}
