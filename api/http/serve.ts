import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { sessionPaths } from '../session/session.paths.ts';
import { answerError, answerPage, answerStream, formState } from './answer.ts';
import type { Route, Visit } from './define-route.ts';
import type { Deps } from './deps.ts';
import { fieldErrors, inputOf } from './form-errors.ts';
import { localeOf } from './i18n.ts';
import { answerJson, refuseJson } from './json.ts';
import { type Access, accessTo } from './permissions.ts';
import type { Result } from './result.ts';

/** All routes as pages and forms. */
export function pages(deps: Deps, routes: readonly Route[]): Router {
  const router = Router();
  for (const route of routes) {
    router[route.method](route.path, (request, response) => servePage(route, deps, request, response));
  }
  return router;
}

/** The same routes as JSON, as far as they have an answer for programs. */
export function api(deps: Deps, routes: readonly Route[]): Router {
  const router = Router();
  for (const route of routes) {
    const { answer } = route;
    if (!answer) continue;
    router[route.method](route.path, async (request, response) => {
      const access = accessOf(route, request);
      if (access !== 'granted') refuseJson(request, response, access);
      else await answerJson(request, response, await act(route, request, deps), answer);
    });
  }
  return router;
}

async function servePage(route: Route, deps: Deps, request: Request, response: Response): Promise<void> {
  const access = accessOf(route, request);
  if (access !== 'granted') {
    await denyPage(request, response, deps, access);
    return;
  }
  const result = await act(route, request, deps);
  switch (result.kind) {
    case 'page':
      return answerPage(request, response, deps, result);
    case 'fragment':
      response.render(result.view, { ...result.model, t: request.t, layout: false });
      return;
    case 'redirect':
      if (result.flash) request.session.flash = result.flash;
      response.redirect(303, result.to);
      return;
    case 'notFound':
      return answerError(request, response, deps, 404);
    case 'file':
    case 'stream':
      return answerStream(request, response, result);
    case 'refused':
    case 'invalid':
      return showAgain(route, request, response, deps, result);
  }
}

/** Checks the input and calls the handler. */
async function act(route: Route, request: Request, deps: Deps): Promise<Result> {
  if (request.uploadError) return { kind: 'invalid', errors: [request.uploadError] };
  const parsed = route.schema.safeParse(inputOf(request));
  if (!parsed.success) return { kind: 'invalid', errors: fieldErrors(parsed.error, request.t) };
  const result = await route.handle(visitOf(request, deps, parsed.data));
  if (route.audit !== 'none' && result.kind === 'redirect') {
    const { person, post } = request.session;
    request.done = { audit: route.audit, person, post };
  }
  return result;
}

/** A form that can't be accepted comes back as it was filled in; a button without one gives a page that says why. */
async function showAgain(
  route: Route,
  request: Request,
  response: Response,
  deps: Deps,
  fault: Extract<Result, { kind: 'refused' | 'invalid' }>,
): Promise<void> {
  const input = inputOf(request);
  const state = formState(request, input, fault);
  const asked = route.form?.schema.safeParse(input);
  const page = asked?.success ? await route.form?.handle(visitOf(request, deps, asked.data)) : undefined;
  if (page?.kind !== 'page') {
    const sentence = state.refusal?.sentence ?? state.errors.map(({ message }) => message).join(' ');
    await answerError(request, response, deps, 422, sentence);
    return;
  }
  response.status(request.uploadError?.tooLarge ? 413 : 422);
  await answerPage(request, response, deps, page, state);
}

async function denyPage(
  request: Request,
  response: Response,
  deps: Deps,
  access: Exclude<Access, 'granted'>,
) {
  const missing = { signIn: sessionPaths.signIn, choosePost: sessionPaths.post, forbidden: '', hidden: '' }[
    access
  ];
  if (missing !== '' && request.method === 'GET') {
    response.redirect(303, `${missing}?next=${encodeURIComponent(request.originalUrl)}`);
    return;
  }
  const detail = access === 'signIn' || access === 'choosePost' ? request.t(`errors:${access}`) : undefined;
  await answerError(request, response, deps, access === 'hidden' ? 404 : 403, detail);
}

function accessOf(route: Route, { session, actor }: Request): Access {
  return accessTo(route.permission, { person: session.person, actor });
}

function visitOf(request: Request, deps: Deps, input: unknown): Visit {
  const { session, actor, t, uploads = [] } = request;
  const { requestKey } = (request.body ?? {}) as { requestKey?: unknown };
  const typed = typeof requestKey === 'string' && requestKey !== '' ? requestKey : undefined;
  return {
    ...{ input, person: session.person, actor, now: deps.clock(), files: uploads, t, deps, request },
    ...{ key: request.get('idempotency-key') ?? typed ?? randomUUID(), locale: localeOf(request.language) },
  };
}
