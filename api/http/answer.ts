import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Deps } from './deps.ts';
import { frameFor } from './frame.ts';
import type { FieldError, Page, Result } from './result.ts';
import type { Refusal } from '../../workflows/rules/dispatch/refusal.ts';

/** Why a form is shown again, and what had been typed. */
export interface FormState {
  readonly input: Record<string, unknown>;
  readonly errors: readonly FieldError[];
  /** The first sentence of each field. */
  readonly byField: Readonly<Record<string, string>>;
  readonly refusal:
    | { readonly sentence: string; readonly rule: string; readonly confirm?: string }
    | undefined;
}

type Streamed = Extract<Result, { kind: 'file' | 'stream' }>;

/** Renders a page in its frame; with a form's faults, in place of the page that held it. */
export async function answerPage(
  request: Request,
  response: Response,
  deps: Deps,
  page: Page,
  form?: FormState,
) {
  const { t } = request;
  const frame = await frameFor(request, deps, page);
  response.render(page.view, { ...page.model, frame, t, form });
}

/** Shows a fault as a page of its own, with the number by which the log knows the request. */
export async function answerError(
  request: Request,
  response: Response,
  deps: Deps,
  status: number,
  detail?: string,
) {
  const { t } = request;
  const title = t(`errors:${status}.title`);
  const sentence = detail ?? t(`errors:${status}.text`);
  response.status(status);
  const model = { sentence, requestId: requestId(request), home: '/' };
  await answerPage(request, response, deps, { kind: 'page', view: 'errors/error', title, model });
}

/** Sends bytes, or leaves the answer open. */
export async function answerStream(request: Request, response: Response, result: Streamed): Promise<void> {
  if (result.kind === 'stream') return result.open(request, response);
  response.set('Content-Type', result.type);
  const place = result.download === true ? 'attachment' : 'inline';
  response.set('Content-Disposition', `${place}; filename*=UTF-8''${encodeURIComponent(result.name)}`);
  await pipeline(result.body, response);
}

/** The state of a form that could not be accepted. */
export function formState(
  request: Request,
  input: Record<string, unknown>,
  fault: Extract<Result, { kind: 'refused' | 'invalid' }>,
): FormState {
  if (fault.kind === 'invalid') {
    // Reversed, so that of several faults of a field the first stays.
    const byField = Object.fromEntries(
      fault.errors.toReversed().map(({ field, message }) => [field, message]),
    );
    return { input, errors: fault.errors, byField, refusal: undefined };
  }
  return { input, errors: [], byField: {}, refusal: refusalWords(request, fault.refusal) };
}

/** A refusal in the visitor's language, with the rule that says so (U-3). */
export function refusalWords({ t }: Request, { rule, key, data, confirm }: Refusal) {
  // Of an empty text people are not told how many characters it has.
  const sentence = t(`refusals:${key}`, { ...data, ...(data.length === 0 && { context: 'empty' }) });
  return { sentence, rule, ...(confirm === undefined ? {} : { confirm }) };
}

/** The number by which the log knows a request; app.ts makes it a text. */
export function requestId({ id }: Request): string {
  return typeof id === 'string' ? id : '';
}
