import type { Request } from 'express';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { FieldError } from './result.ts';

const OF_THE_FORM_ITSELF = ['_csrf', 'requestKey'];

/** What was sent, path parameters over the rest; what was left blank counts as not sent. */
export function inputOf(request: Request): Record<string, unknown> {
  const sent = { ...request.query, ...(request.body as object | undefined), ...request.params };
  return Object.fromEntries(
    Object.entries(sent).filter(([field, value]) => value !== '' && !OF_THE_FORM_ITSELF.includes(field)),
  );
}

/**
 * The faults of an input as sentences. A schema's own message is a key of the locales
 * (`session:loginMissing`); where it gives none, the sentence is the general one of its kind.
 */
export function fieldErrors(error: z.ZodError, t: TFunction): FieldError[] {
  return error.issues.map((issue) => {
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
    const kind = missing ? 'missing' : issue.code;
    const kinds = ['origin' in issue ? `${kind}_${issue.origin}` : kind, kind, 'other'];
    const message = t([issue.message, ...kinds.map((key) => `common:invalid.${key}`)], { ...issue });
    return { field: issue.path.join('.'), message };
  });
}
