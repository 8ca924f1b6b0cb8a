import { z } from 'zod';
import { dateText, REGISTERS } from './registers.schema.ts';

export const PRIORITIES = ['0', '1', '2', '3', '4'] as const;

const text = z.string().default('');
const texts = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.string()).max(10).default([]),
);

/** A paper as the clerk types it in; what is missing for registration is the law's to say (I4). */
export const paperForm = z.object({
  register: z.enum(REGISTERS).default('general'),
  codeNumber: text.describe('As it stands on the document: 05 stays 05'),
  codeNotation: text,
  issuedOn: dateText,
  author: text,
  type: text,
  subject: text,
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
