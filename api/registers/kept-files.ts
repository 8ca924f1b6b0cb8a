import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { AttachedFile } from '../../workflows/rules/dispatch/envelope.ts';
import type { FileHash, PersonId } from '../../workflows/rules/ids.ts';

const attachedFile = z.object({
  hash: z.string().transform((hash) => hash as FileHash),
  ...{ name: z.string(), type: z.string(), size: z.number() },
});

/** A kept file as a hidden field, so that a form which comes back has not lost it; nobody else can send it. */
export function sealed(file: AttachedFile, person: PersonId, secret: string): string {
  const text = Buffer.from(JSON.stringify(file)).toString('base64url');
  return `${text}.${signature(text, person, secret)}`;
}

/** The files of such fields; what this person was not given is nothing. */
export function unsealed(
  fields: readonly string[],
  person: PersonId,
  secret: string,
): readonly AttachedFile[] {
  return fields.flatMap((field) => {
    const [text = '', given = ''] = field.split('.');
    const expected = Buffer.from(signature(text, person, secret));
    const found = Buffer.from(given);
    if (found.length !== expected.length || !timingSafeEqual(found, expected)) return [];
    return [attachedFile.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))];
  });
}

function signature(text: string, person: PersonId, secret: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([person, text]))
    .digest('base64url');
}
