import { z } from 'zod';
import { REGISTERS } from '../../workflows/rules/numbering/registers.ts';
import { dateText } from './registers.schema.ts';

export const PRIORITIES = ['0', '1', '2', '3', '4'] as const;

const text = z.string().default('');
const texts = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.string()).max(10).default([]),
);

/** What the law does not register without (I4): all that is missing is said at once. */
const needed = (field: string) => z.string({ error: `registers:missing.${field}` });

/** A paper as the clerk types it in. */
export const paperForm = z.object({
  register: z.enum(REGISTERS).default('general'),
  codeNumber: needed('codeNumber').describe('As it stands on the document: 05 stays 05'),
  codeNotation: needed('codeNotation'),
  issuedOn: dateText,
  author: needed('author'),
  type: needed('type'),
  subject: needed('subject'),
  priority: z.enum(PRIORITIES).default('0'),
  field: text,
  signer: text,
  pages: z.coerce
    .number({ error: 'registers:invalid.pages' })
    .int({ error: 'registers:invalid.pages' })
    .min(0, { error: 'registers:invalid.pages' })
    .max(10_000, { error: 'registers:invalid.pages' })
    .default(1),
  dueOn: dateText.optional().describe('The date that the sender set'),
  replyRequired: z.stringbool().default(false),
  note: text,
  kept: texts.describe('Files that came with this form before'),
  reason: z.string().optional().describe('Why a likely copy is registered anew (I-R3)'),
  linkTo: z.string().optional().describe('The registered document that this is another copy of (I-R3)'),
});

export type PaperForm = z.output<typeof paperForm>;

/** The form with whatever was typed into it before. */
export const paperPage = z.looseObject({ kept: texts.catch([]) });
