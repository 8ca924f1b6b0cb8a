import { z } from 'zod';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import { isCivilDate } from '../../workflows/rules/working-time/days.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const date = z.string().refine(isCivilDate, { error: 'registers:invalid.civilDate' }).describe('yyyy-MM-dd');
const code = text(1, 30).transform((given) => given as AgencyCode);
const among = <const Values extends readonly number[]>(values: Values) =>
  z.coerce.number().pipe(z.literal(values));
const flag = z.union([z.boolean(), z.stringbool()]);

/** What stands on a document that arrives through the exchange; its files come as parts of the same request. */
export const arrival = z.object({
  to: code.describe('Agency that receives it'),
  sender: code.describe('Agency that sent it'),
  documentId: text(1, 200).describe('Identity given by the sender: the same one again is a repeat (I-R1)'),
  businessType: among([0, 1, 2, 3]).default(0),
  author: text(1, 300),
  codeNumber: text(1, 50),
  codeNotation: text(1, 100),
  issuedOn: date,
  type: text(1, 100),
  subject: text(1, 500),
  priority: among([0, 1, 2, 3, 4]).default(0),
  secrecy: among([0, 1, 2, 3])
    .default(0)
    .describe('Other than 0 it is refused, and nothing but the envelope stays (I-R7)'),
  steering: among([0, 1, 2]).default(0),
  dueOn: date.optional(),
  replyRequired: flag.default(false),
  field: text(0, 100).default(''),
  signer: text(0, 200).default(''),
  pages: z.coerce.number().int().min(0).default(0),
  signature: z.enum(['valid', 'uncheckable', 'invalid', 'unsigned']).default('uncheckable'),
});

export type Arrival = z.output<typeof arrival>;

/** The envelope that a delivery means. */
export function arrivedEnvelope({ dueOn, ...rest }: Arrival, files: Envelope['files']): Envelope {
  return { source: 'axis', ...rest, files, ...(dueOn !== undefined && { dueOn }) };
}
