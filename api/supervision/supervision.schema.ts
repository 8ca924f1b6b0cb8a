import { z } from 'zod';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';

/** HH:mm dd/MM/yyyy. */
const INSTANT = /^([01]?\d|2[0-3]):[0-5]\d\s+(\S+)$/;

const asOf = z
  .string()
  .trim()
  .refine((text) => parseDate(INSTANT.exec(text)?.[2] ?? '') !== undefined, {
    error: 'supervision:badInstant',
  });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'supervision:badMonth' });

const FIGURES = [
  ...(['finishedOnTime', 'finishedLate', 'openLate', 'openInTime', 'dueSoon', 'noDeadline'] as const),
  ...(['suspended', 'returned', 'withdrawn'] as const),
] as const;

export type AskedFigure = (typeof FIGURES)[number];

const tier = z.enum(['department', 'district', 'commune', 'province', 'central']);

export const overviewInput = z.object({
  asOf: asOf.optional(),
  month: month.optional(),
  unit: z.string().optional(),
});

export const tierInput = overviewInput.omit({ unit: true }).extend({ tier });

export const rowsInput = overviewInput.extend({
  figure: z.enum(FIGURES),
  person: z.string().optional(),
  tier: tier.optional(),
  agency: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** The same page when an instant can't be read: it shows the present beside the fault. */
const forgiving = { asOf: asOf.optional().catch(undefined), month: month.optional().catch(undefined) };

export const overviewAgain = overviewInput.extend(forgiving);
export const tierAgain = tierInput.extend(forgiving);
export const rowsAgain = rowsInput.extend(forgiving);
