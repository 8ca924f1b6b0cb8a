import { z } from 'zod';
import { done, instant, pages, remaining } from '../http/answers.ts';
import { TABS } from './tasks.schema.ts';

const task = z.object({
  id: z.string().describe('Dispatch and row'),
  href: z.string(),
  verb: z.string().describe('What is to be done next'),
  open: z.string().optional().describe('Where it is done'),
  button: z.object({ act: z.string(), action: z.string() }).optional().describe('Done by one POST'),
  code: z.string(),
  number: z.string().optional(),
  subject: z.string(),
  author: z.string(),
  from: z.string(),
  role: z.string(),
  urgency: z.string().optional(),
  deadline: remaining.optional(),
  limit: z.string().optional().describe('The limit of the law that the deadline is (T-10)'),
});

/** One page of one tab of the inbox. */
export const inboxData = z.object({
  tab: z.enum(TABS),
  tabs: z.array(
    z.object({ name: z.string(), count: z.number().int(), href: z.string(), current: z.boolean() }),
  ),
  since: instant,
  lines: z.array(task),
  pages,
});

const item = z.object({ code: z.string(), subject: z.string(), href: z.string() });

/** Each of many rows for itself (U-4). */
export const bulkData = done.partial().extend({
  done: z.array(item),
  refused: z.array(item.extend({ sentence: z.string(), rule: z.string(), confirm: z.string().optional() })),
});
