import type { Request } from 'express';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Answer } from './answers.ts';
import type { Deps } from './deps.ts';
import type { Locale } from './i18n.ts';
import type { ActorFor, Permission, PersonFor } from './permissions.ts';
import type { Result } from './result.ts';
import type { Upload } from './uploads.ts';

/** One request of one visitor, with everything a handler may need. */
export interface Visit<Input = unknown, P extends Permission = Permission> {
  readonly input: Input;
  readonly person: PersonFor<P>;
  readonly actor: ActorFor<P>;
  readonly now: Instant;
  /** Chosen by the client: the same key gives the same answer and no second effect (U-2). */
  readonly key: string;
  readonly files: readonly Upload[];
  readonly t: TFunction;
  readonly locale: Locale;
  readonly deps: Deps;
  /** For the session and the address only. */
  readonly request: Request;
}

export interface Declaration<Schema, P> {
  /** Of path parameters, query and body together; a path parameter beats the others. */
  readonly schema: Schema;
  readonly permission: P;
  /** Name of the record of this act, or 'none' where nothing is changed. */
  readonly audit: string;
  /** What an API client is answered; a form or a part of a page has none: it is for people, and not in the API. */
  readonly answer?: Answer;
  /** The page that holds the form: shown again with what was typed when the act can't be done. */
  readonly form?: Route;
}

export interface Route extends Declaration<z.ZodObject, Permission> {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Called only with what the schema parsed and a visitor of the permission: narrower than its type says. */
  handle(visit: Visit): Result | Promise<Result>;
}

/** One line of a route table; HTML at the path, and with an answer JSON at the same path under /api/v1. */
export function route<Schema extends z.ZodObject, P extends Permission>(
  method: Route['method'],
  path: string,
  declaration: Declaration<Schema, P>,
  handle: (visit: Visit<z.output<Schema>, P>) => Result | Promise<Result>,
): Route {
  return { method, path, ...declaration, handle };
}
