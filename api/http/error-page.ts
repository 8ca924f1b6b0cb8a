import type { ErrorRequestHandler, Handler } from 'express';
import { answerError } from './answer.ts';
import type { Deps } from './deps.ts';
import { jsonError } from './json.ts';

/** Where no route answers. */
export const notFound = (deps: Deps): Handler => answer(deps, 404);

/** Whatever was thrown: a sentence and a number for the visitor, the stack for the log. */
export const thrown = (deps: Deps): ErrorRequestHandler => {
  return (error: unknown, request, response, next) => {
    const { status, code } = describe(error);
    if (status >= 500) request.log.error({ err: error }, 'unexpected fault');
    if (response.headersSent) next(error);
    else
      void answer(deps, status, code === 'EBADCSRFTOKEN' ? 'errors:csrf' : undefined)(
        request,
        response,
        next,
      );
  };
};

function answer(deps: Deps, status: number, key?: string): Handler {
  return async (request, response) => {
    const detail = key === undefined ? undefined : request.t(key);
    if (request.path.startsWith('/api/')) jsonError(request, response, status, detail);
    else await answerError(request, response, deps, status, detail);
  };
}

const SHOWN = [400, 403, 404, 413, 503];

/** Only what has a sentence of its own is told apart; express, csrf-sync, body-parser and NoAnswer name a status. */
function describe(error: unknown): { status: number; code: unknown } {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  return { status: typeof status === 'number' && SHOWN.includes(status) ? status : 500, code };
}
