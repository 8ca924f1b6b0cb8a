import { z } from 'zod';
import { REGISTERS } from '../../workflows/rules/numbering/registers.ts';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';

export const TABS = ['toRegister', 'toPresent', 'working', 'done', 'register'] as const;
export type Tab = (typeof TABS)[number];

export const dateText = z
  .string({ error: 'registers:invalid.date' })
  .refine((text) => parseDate(text) !== undefined, { error: 'registers:invalid.date' })
  .transform((text) => parseDate(text) ?? '');
const wholeNumber = z.coerce
  .number({ error: 'registers:invalid.number' })
  .int({ error: 'registers:invalid.number' });

export const incomingFilter = z.object({
  tab: z.enum(TABS).optional(),
  page: wholeNumber.min(1).max(100_000).default(1),
  text: z.string().max(200, { error: 'registers:invalid.text' }).optional(),
  register: z.enum(REGISTERS).default('general'),
  year: wholeNumber.min(1945).max(9999).optional(),
  from: wholeNumber.min(1).optional(),
  to: wholeNumber.min(1).optional(),
  arrivedFrom: dateText.optional(),
  arrivedTo: dateText.optional(),
});

export type IncomingFilter = z.output<typeof incomingFilter>;

/** The same page with nothing asked that can't be read: it shows a filter with faults again. */
export const unfiltered = z.object({
  tab: z.enum(TABS).optional().catch(undefined),
  page: z.literal(1).catch(1),
  register: z.enum(REGISTERS).catch('general'),
});
