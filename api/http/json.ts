import type { Request, Response } from 'express';
import { answerStream, refusalWords, requestId } from './answer.ts';
import type { Answer } from './answers.ts';
import { csrfTokenOf } from './csrf.ts';
import type { Access } from './permissions.ts';
import type { Result } from './result.ts';

const STATUS = { signIn: 401, choosePost: 403, forbidden: 403, hidden: 404 };

/**
 * Answers an API client; the token that its next act needs stands in a header. What the description does not name is
 * not sent.
 */
export async function answerJson(
  request: Request,
  response: Response,
  result: Result,
  answer: Answer,
): Promise<void> {
  const described = (data: object) => (answer === 'file' ? data : answer.parse(data));
  response.set('X-CSRF-Token', csrfTokenOf(request));
  switch (result.kind) {
    case 'page':
      response.json(described(result.data ?? result.model));
      return;
    case 'fragment':
      response.json(described(result.model));
      return;
    case 'redirect':
      response.json(described({ message: result.flash?.text, location: result.to, ...result.data }));
      return;
    case 'refused':
      response.status(422).json({ refused: refusalWords(request, result.refusal) });
      return;
    case 'invalid':
      response.status(request.uploadError?.tooLarge ? 413 : 422).json({ errors: result.errors });
      return;
    case 'notFound':
      jsonError(request, response, 404);
      return;
    case 'file':
    case 'stream':
      await answerStream(request, response, result);
  }
}

/** Answers an API client that lacks the permission. */
export function refuseJson(request: Request, response: Response, access: Exclude<Access, 'granted'>): void {
  const detail = access === 'signIn' || access === 'choosePost' ? request.t(`errors:${access}`) : undefined;
  jsonError(request, response, STATUS[access], detail);
}

/** A fault as JSON, with the number by which the log knows the request. */
export function jsonError(request: Request, response: Response, status: number, detail?: string): void {
  const error = detail ?? request.t(`errors:${status}.text`);
  response.status(status).json({ error, requestId: requestId(request) });
}
