import { z } from 'zod';
import type { CivilDate, Weekday } from '../../workflows/rules/working-time/calendar.ts';
import { parseDate } from '../../workflows/rules/working-time/date-text.ts';
import { dayOf } from '../../workflows/rules/working-time/days.ts';

const date = z
  .string()
  .trim()
  .refine((text) => text === '' || parseDate(text) !== undefined, { error: 'admin:badDate' })
  .transform((text) => parseDate(text));

const line = z.object({
  from: date.prefault(''),
  to: date.prefault(''),
  what: z.enum(['off', 'worked', 'ordinary']).default('off'),
  hours: z.coerce.number().int().min(1).max(7).default(1),
  name: z.string().trim().max(100).default(''),
});

/** Some days in a row that change in one way. */
export interface ChangedDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly what: 'off' | 'worked' | 'ordinary';
  readonly hours: Weekday;
  readonly name: string;
}

const LONGEST = 60;

const lines = z.array(line).transform((all, context): readonly ChangedDays[] => {
  const given: ChangedDays[] = [];
  const taken: ChangedDays[] = [];
  all.forEach(({ from, to = from, hours, ...rest }, place) => {
    const fault = (field: 'from' | 'to', message: string) => {
      context.addIssue({ code: 'custom', path: [place, field], message });
    };
    if (from === undefined || to === undefined) {
      if (to !== undefined || rest.name !== '') fault('from', 'admin:dateMissing');
      return;
    }
    const days = { from, to, hours: hours as Weekday, ...rest };
    if (to < from) fault('to', 'admin:dateBefore');
    else if (dayOf(to) - dayOf(from) >= LONGEST) fault('to', 'admin:tooManyDays');
    else if (taken.some((other) => other.from <= to && from <= other.to)) fault('from', 'admin:dateTwice');
    taken.push(days);
    given.push(days);
  });
  if (all.length > 0 && given.length === 0 && context.issues.length === 0) {
    context.addIssue({ code: 'custom', path: [0, 'from'], message: 'admin:dateMissing' });
  }
  return given;
});

/** One entry of a calendar as it is typed: some days and a note. */
export const changeInput = z.object({
  note: z
    .string({ error: 'admin:noteMissing' })
    .trim()
    .min(10, { error: 'admin:noteLength' })
    .max(300, { error: 'admin:noteLength' }),
  lines,
});

export type Change = z.output<typeof changeInput>;

const text = z.string().catch('');

/** The form again, with whatever was typed so far. */
export const changeAgain = z.object({
  note: text,
  lines: z.array(z.object({ from: text, to: text, what: text, hours: text, name: text })).catch([]),
});

export type Typed = z.output<typeof changeAgain>;

export const publishInput = changeInput.extend({ version: z.coerce.number().int() });

export const yearInput = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
