import { z } from 'zod';
import { acted, instant, pages, remaining } from '../http/answers.ts';
import { TABS } from './registers.schema.ts';

const registerLine = z.object({
  number: z.number().int(),
  arrivedOn: z.string(),
  author: z.string(),
  code: z.string(),
  issuedOn: z.string(),
  subject: z.string(),
  receiver: z.string(),
  handedOn: z.string(),
  notes: z.array(z.string()),
  mark: z.string().optional().describe('void: bỏ trống; returned: trả lại'),
  href: z.string(),
});

const arrived = z.object({
  href: z.string(),
  arrivedAt: instant,
  code: z.string(),
  issuedOn: z.string(),
  author: z.string(),
  subject: z.string(),
  number: z.string().optional(),
  urgency: z.string().optional(),
  source: z.string().optional(),
  status: z.string(),
  assignees: z.string(),
  act: z.object({ href: z.string(), verb: z.string() }).optional(),
  deadline: remaining.extend({ limit: z.string().optional() }).optional(),
});

/** One page of a stage of what arrives, or of the register itself. */
export const incomingData = z.object({
  tab: z.enum(TABS),
  tabs: z.array(
    z.object({
      name: z.string(),
      href: z.string(),
      count: z.number().int().optional(),
      current: z.boolean(),
    }),
  ),
  dispatches: z.array(arrived).optional().describe('Of every tab but the register'),
  lines: z.array(registerLine).optional().describe('Of the register: the columns of ND30 PL IV'),
  pages,
});

/** What came in and is now a dispatch. */
export const enteredData = acted.extend({ dispatch: z.string().describe('Id of the dispatch') });
