import { z } from 'zod';
import { REGISTERS } from '../../workflows/rules/numbering/registers.ts';
import { isCivilDate } from '../../workflows/rules/working-time/days.ts';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';
import { DUE_KINDS } from './due.ts';

export const dispatchId = z.object({ id: z.string().describe('Id of the dispatch') });
const row = z.coerce.number().int().min(0).describe('The receiver row; 0 is the agency’s own desk');
export const rowId = dispatchId.extend({ row });

/** A form is shown with whatever was typed into it before. */
export const dispatchForm = z.looseObject(dispatchId.shape);
export const rowForm = z.looseObject(rowId.shape);

export const file = dispatchId.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const changesSince = dispatchId.extend({
  since: z.coerce.number().int().min(0).describe('The revision that the page showed'),
  typing: z.stringbool().default(false).describe('The page holds a form, which is not to be left'),
});

const text = z.string().default('');
const confirmed = z
  .union([z.boolean(), z.literal('true')])
  .transform((given) => given !== false)
  .optional();
const civilDate = z
  .string()
  .refine((typed) => parseDate(typed) !== undefined || isCivilDate(typed), {
    error: 'dispatches:invalid.date',
  })
  .transform((typed) => parseDate(typed) ?? typed)
  .describe('dd/MM/yyyy');

export const REASONS = [
  'notAuthentic',
  'notIntact',
  'wrongRecipient',
  'incomplete',
  'badForm',
  'other',
] as const;
export const ROLES = ['lead', 'cooperate', 'inform'] as const;
const why = z.enum(REASONS, { error: 'dispatches:invalid.why' });
const reason = text.describe('10 to 1000 characters');
const post = z.string().describe('Id of a post of the caller’s agency');

const due = {
  dueKind: z
    .enum(DUE_KINDS)
    .default('none')
    .describe('How the deadline is said; none leaves the one from above'),
  dueValue: text.describe(
    '31/12/2017, a number of days or hours, 12/2017, or 15:00 31/12/2017, as dueKind wants it',
  ),
  confirmDayOff: z.string().optional().describe('true: the last day is kept although it is not worked (T-8)'),
};
const confirmLater = confirmed.describe('A leader confirms a deadline later than the one from above (T-11)');

export const reasonOnly = dispatchId.extend({ reason });
export const reasonOnRow = rowId.extend({ reason });
export const refuse = dispatchId.extend({ why, reason });
export const returnToSender = refuse.extend({ consent: post.describe('The leader who agreed') });
export const link = dispatchId.extend({ to: z.string().describe('Id of the registered dispatch') });
export const present = dispatchId.extend({ leader: post, opinion: text });
export const settle = dispatchId.extend({ opinion: text });
export const reopen = dispatchId.extend({ ...due, reason, confirmLater });
export const report = rowId.extend({
  percent: z.coerce.number({ error: 'dispatches:invalid.percent' }).describe('0 to 100'),
  text,
});
export const complete = rowId.extend({
  result: text.describe('At most 2000 characters'),
  replyCode: text.describe('Number and notation of the answer, where one is asked for'),
  replyIssuedOn: civilDate.optional(),
  confirmOpenBranch: confirmed.describe('Ends what is still open below (R2)'),
});
export const changeRow = rowId.extend({ role: z.enum(ROLES), ...due, confirmLater });

export const register = dispatchId.extend({
  register: z.enum(REGISTERS).default('general').describe('Series of số đến (I-R2)'),
  type: text,
  author: text,
  codeNumber: text,
  codeNotation: text,
  issuedOn: civilDate,
  subject: text,
  priority: z.coerce
    .number()
    .pipe(z.literal([0, 1, 2, 3, 4]))
    .describe('0 thường to 4 hỏa tốc hẹn giờ'),
  field: text,
  note: text,
  reason: z.string().optional().describe('Why a likely copy is registered anew (I-R3)'),
});

const assigning = {
  receivers: z
    .record(z.string(), z.enum([...ROLES, 'none']))
    .default({})
    .describe('Roles by receiver, `unit:…` or `post:…`; the first lead reports'),
  own: z
    .record(z.string(), z.string())
    .default({})
    .describe('Deadlines of single receivers: dd/MM/yyyy, or HH:mm dd/MM/yyyy'),
  opinion: text.describe('At most 2000 characters'),
  phrase: text.describe('Used where there is no opinion'),
  ...due,
  confirmLater,
};
const leader = post.optional().describe('The leader whose words are entered, or who is informed');
export const direct = dispatchId.extend({ ...assigning, leader });
export const forward = rowId.extend({
  ...assigning,
  closeWhenRead: confirmed.describe('The row ends when all for-information rows are read (R8)'),
});

export const deadlinePreview = dispatchId.extend({
  row: row.optional(),
  dueKind: due.dueKind,
  dueValue: text,
});
