import { z } from 'zod';
import { instant } from '../http/answers.ts';

const tone = z.string().describe('late, near, calm or zero');

const cells = z.array(
  z.object({
    label: z.string(),
    value: z.string(),
    href: z.string().optional().describe('The list behind the number'),
    tone,
  }),
);

const table = z.object({
  caption: z.string(),
  head: z.string(),
  columns: z.array(z.string()),
  groups: z.array(z.object({ name: z.string(), href: z.string().optional(), cells })),
});

const line = z.object({
  code: z.string(),
  subject: z.string(),
  number: z.number().int().optional(),
  href: z.string().optional(),
  holder: z.string(),
  unit: z.string().optional(),
  work: z.string(),
  state: z.string(),
  assignedBy: z.string(),
  assignedAt: instant,
  due: instant.optional(),
  words: z.string().describe('How late or early in working time (V-1)'),
  tone,
  finishedAt: instant.optional(),
  reminders: z.array(z.string()),
});

const look = z.object({
  monthWords: z.string(),
  caveat: z.string().optional().describe('What figures of the past do not tell'),
});

/** The supervisor's first page. */
export const overviewData = look.extend({
  cells,
  urgent: z.array(
    z.object({ kind: z.string(), count: z.number().int(), href: z.string(), lines: z.array(line) }),
  ),
  table,
  tiers: table.optional(),
});

/** The agencies of a tier. */
export const tierData = look.extend({ cells, table });

/** The list behind one number. */
export const rowsData = z.object({ figure: z.string(), count: z.number().int(), lines: z.array(line) });
