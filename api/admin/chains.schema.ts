import { z } from 'zod';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';

/** The acts of each direction in the order in which a dispatch meets them. */
export const ACTS = {
  incoming: ['register', 'present', 'direct', 'forward', 'settle'],
  outgoing: ['draft', 'approve', 'checkForm', 'sign', 'issue'],
} as const;

export const ROLES = [
  ...(['clerk', 'chiefOfOffice', 'leader', 'agencyHead', 'assistant', 'headOfUnit'] as const),
  ...(['officer', 'monitor', 'agencyAdministrator'] as const),
] as const;

export const RECIPIENTS = [
  ...(['assignee', 'headOfUnit', 'assigner', 'monitoringUnit', 'leaders'] as const),
  ...(['agencyHead', 'chiefOfOffice', 'clerks', 'onDuty', 'administrator'] as const),
] as const;

export const WHO = ['role', 'post', 'headOfUnit', 'people', 'headsUp'] as const;
export const LEVELS = ['R1', 'L1', 'L2', 'L3'] as const;
export const PRIORITIES = ['0', '1', '2', '3', '4'] as const;
export const DUE_UNITS = [
  ...(['none', 'workingDays', 'workingHours', 'workingMinutes', 'realMinutes', 'days', 'months'] as const),
] as const;

const direction = z.enum(['incoming', 'outgoing']);
const edition = z.coerce.number().int().min(0);

/** A list as checkboxes send it: nothing, one, or several. */
const many = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(value));

/** A list as people type it: with commas or lines between. */
const listed = z
  .string()
  .default('')
  .transform((text) =>
    [...new Set(text.split(/[,;\n]/).map((one) => one.trim()))].filter((one) => one !== ''),
  );

const conditions = {
  types: listed,
  priorities: many(z.enum(PRIORITIES)),
  senders: listed,
  fields: listed,
};

const amount = z.coerce
  .number({ error: 'admin:step.badAmount' })
  .int({ error: 'admin:step.badAmount' })
  .min(0, { error: 'admin:step.badAmount' })
  .max(100_000, { error: 'admin:step.badAmount' });

const due = { dueAmount: amount.optional(), dueUnit: z.enum(DUE_UNITS).default('none') };

const offset = z.coerce.number({ error: 'admin:step.badOffset' }).int({ error: 'admin:step.badOffset' });

const level = z.object({
  on: z.string().optional(),
  reassign: z.string().optional(),
  days: offset,
  minutes: offset,
  to: many(z.enum(RECIPIENTS)),
});

export const chainPage = z.object({ direction });

export const versionPage = chainPage.extend({ version: z.coerce.number().int() });

const key = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

export const stepInput = chainPage.extend({
  ...{ key, edition, ...conditions, ...due },
  title: z.string({ error: 'admin:step.titleMissing' }).trim().max(200),
  act: z.enum([...ACTS.incoming, ...ACTS.outgoing]),
  optional: z.string().optional(),
  who: z.enum(WHO),
  role: z.enum(ROLES).optional(),
  post: z.string().optional(),
  unit: z.string().optional(),
  people: many(z.string()),
  levels: z.coerce.number().int().min(1).max(9).default(2),
  ladder: z.object({ R1: level, L1: level, L2: level, L3: level }),
});

export type StepInput = z.output<typeof stepInput>;

export const ruleInput = chainPage.extend({ place: z.string(), edition, ...conditions, ...due });

export type RuleInput = z.output<typeof ruleInput>;

export const settingsInput = chainPage.extend({
  edition,
  name: z.string({ error: 'admin:settings.nameMissing' }).trim().max(200),
  passOnTypes: listed,
});

export const arrangeInput = chainPage.extend({
  edition,
  what: z.enum(['step', 'rule']),
  place: z.coerce.number().int().min(0),
  move: z.enum(['up', 'down', 'remove']),
});

export const draftInput = chainPage.extend({ edition });

export const publishChainInput = draftInput.extend({
  startsOn: z
    .string({ error: 'admin:publish.dateMissing' })
    .trim()
    .refine((text) => parseDate(text) !== undefined, { error: 'admin:badDate' }),
});

/** The forms again: whatever was typed, however wrong. */
const text = z.string().catch('');
const texts = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(text)).catch([]);
const typedLevel = z.object({ on: text, reassign: text, days: text, minutes: text, to: texts });
const noLevel = { on: '', reassign: '', days: '0', minutes: '0', to: [] };

const typedConditions = { types: text, priorities: texts, senders: text, fields: text };

export const conditionValues = z.object({ ...typedConditions, dueAmount: text, dueUnit: text });

export const stepValues = conditionValues.extend({
  ...{ title: text, act: text, optional: text, who: text, role: text, post: text, unit: text },
  ...{ people: texts, levels: text },
  ladder: z
    .object({ R1: typedLevel, L1: typedLevel, L2: typedLevel, L3: typedLevel })
    .catch({ R1: noLevel, L1: noLevel, L2: noLevel, L3: noLevel }),
});

export type ConditionValues = z.output<typeof conditionValues>;
export type StepValues = z.output<typeof stepValues>;

/** `edition` is only there when the form was sent. */
const sent = { edition: z.string().optional() };

export const stepPage = stepValues.extend({ direction, key, ...sent });
export const rulePage = conditionValues.extend({ direction, place: z.string(), ...sent });
