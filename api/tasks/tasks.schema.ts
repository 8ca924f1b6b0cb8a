import { z } from 'zod';

export const TABS = [
  'pending',
  'dueSoon',
  'late',
  'cooperate',
  'inform',
  'cameBack',
  'forwarded',
  'suspended',
  'unit',
] as const;

/** An address that names no tab opens on what hurts first. */
const tab = z.enum(TABS).optional().catch(undefined);

export const inboxPage = z.object({ tab, page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const tabsFragment = z.object({ tab: z.enum(TABS), since: z.coerce.number() });

export const rowAct = z.object({
  dispatch: z.string().max(200),
  row: z.coerce.number().int().min(0),
  act: z.enum(['read', 'accept', 'claim']),
  tab,
});

/** U-4: at most 50 items in a call. */
export const bulkActs = z.object({
  rows: z
    .preprocess(
      (rows) => (typeof rows === 'string' ? [rows] : rows),
      z.array(z.string().max(200), { error: 'tasks:bulk.none' }),
    )
    .refine(({ length }) => length > 0, { error: 'tasks:bulk.none' })
    .refine(({ length }) => length <= 50, { error: 'tasks:bulk.tooMany' }),
  act: z.enum(['read', 'accept', 'complete'], { error: 'tasks:bulk.noAct' }),
  result: z.string().max(2000, { error: 'tasks:bulk.resultTooLong' }).default(''),
  tab,
});
