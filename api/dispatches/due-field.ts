import { askedDeadline, deadlineFault } from '../../workflows/rules/dispatch/deadlines.ts';
import { askToConfirm } from '../../workflows/rules/dispatch/refusal.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate, formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import { proposedInstead } from '../../workflows/rules/working-time/due-at.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import { type Fault, fieldFault, type Opened } from './act-form.ts';
import { dispatchPaths } from './dispatches.paths.ts';
import { DUE_KINDS, type DueFault, type DueKind, isDueFault, readDue, readOwnDue } from './due.ts';
import { type DueField, type DuePreview, options } from './fields.ts';
import type { Reading } from './reading.ts';

/** What the fields of a deadline were filled in with. */
export interface TypedDue {
  readonly dueKind: DueKind;
  readonly dueValue: string;
  readonly confirmDayOff?: string | undefined;
  /** Deadlines of single receivers. */
  readonly own?: Readonly<Record<string, string>>;
}

/**
 * The rule that was typed. A last day that is not worked is only taken when that was confirmed for these very days
 * (T-8).
 */
export function dueOf(typed: TypedDue, reading: Reading): DueRule | undefined | Fault {
  const { calendar } = reading.state;
  if (!calendar) return undefined;
  const due = readDue(typed.dueKind, typed.dueValue, calendar);
  if (isDueFault(due)) return dueFault(due, 'dueValue', reading);
  return dayOffFault(calendar, due, typed) ?? due;
}

/** The same for the deadline of one receiver. */
export function ownDueOf(key: string, typed: TypedDue, reading: Reading): DueRule | undefined | Fault {
  const { calendar } = reading.state;
  if (!calendar) return undefined;
  const due = readOwnDue(typed.own?.[key] ?? '', calendar);
  if (isDueFault(due)) return dueFault(due, `own[${key}]`, reading);
  return dayOffFault(calendar, due, typed) ?? due;
}

export function isFault(due: DueRule | undefined | Fault): due is Fault {
  return due?.kind === 'invalid' || due?.kind === 'refused';
}

/** The fields of a deadline; without a proposed kind the one from above is kept. */
export function dueField(opened: Opened, above: number | undefined, proposed: DueKind): DueField {
  const { state, t, typed } = opened;
  const kind = DUE_KINDS.find((one) => one === typed('dueKind')) ?? proposed;
  const value = typed('dueValue') ?? '';
  const own = opened.visit.input as { readonly own?: TypedDue['own'] };
  const days = { dueKind: kind, dueValue: value, ...(own.own && { own: own.own }) };
  const confirmed = confirms({ ...days, confirmDayOff: typed('confirmDayOff') });
  return {
    kind: 'due',
    name: 'dueKind',
    options: options(DUE_KINDS, (one) => t(`dispatches:due.kind.${one}`), kind),
    value,
    previewPath: dispatchPaths.deadlinePreview.replace(':id', encodeURIComponent(state.id)),
    row: above,
    confirmedDayOff: confirmed ? daysTyped(days) : undefined,
    preview: duePreview(opened, kind, value, above),
  };
}

/** The instant that a deadline means, with what speaks against it. */
export function duePreview(
  reading: Reading,
  kind: DueKind,
  value: string,
  above: number | undefined,
): DuePreview | undefined {
  const { state, now, t, locale } = reading;
  const { calendar } = state;
  if (!calendar) return undefined;
  if (kind !== 'none' && value.trim() === '') {
    return { text: t(`dispatches:due.fault.${kind}`), warning: undefined };
  }
  const rule = readDue(kind, value, calendar);
  if (isDueFault(rule)) return { text: '', warning: t(`dispatches:due.fault.${rule.fault}`) };
  const given = state.rows[above ?? 0]?.clock?.deadline;
  const deadline = rule ? askedDeadline(state, calendar, rule, now) : given;
  if (!deadline) return undefined;
  const left = remainingInWords(calendar, deadline, now, locale);
  const text = t('dispatches:due.computed', { at: formatInstant(calendar, deadline.due), left });
  return { text, warning: rule && warningOf(reading, calendar, rule, deadline.due, above) };
}

function warningOf(
  { state, now, t }: Reading,
  calendar: Calendar,
  rule: DueRule,
  due: Instant,
  above: number | undefined,
): string | undefined {
  // A leader's first direction replaces what the agency computed (T-11).
  const replaces = above === undefined && state.envelope?.dueOn === undefined;
  const own = replaces ? undefined : state.rows[above ?? 0]?.clock?.deadline.due;
  const fault = deadlineFault(state, calendar, due, now, { own, leader: false, confirmed: false });
  if (fault) return t(`refusals:${fault.key}`, fault.data);
  const off = dayOff(calendar, rule);
  return off && t('refusals:dayOff', off);
}

function dueFault({ fault }: DueFault, field: string, { t }: Reading): Fault {
  return fieldFault(field, t(`dispatches:due.fault.${fault}`));
}

function dayOffFault(calendar: Calendar, due: DueRule | undefined, typed: TypedDue): Fault | undefined {
  const off = due && dayOff(calendar, due);
  if (!off || confirms(typed)) return undefined;
  return { kind: 'refused', refusal: askToConfirm('T-8', 'dayOff', 'confirmDayOff', off) };
}

function dayOff(calendar: Calendar, due: DueRule): { date: string; proposed: string } | undefined {
  const proposed = due.kind === 'byEndOf' ? proposedInstead(calendar, due.date) : undefined;
  return due.kind === 'byEndOf' && proposed !== undefined
    ? { date: formatDate(due.date), proposed: formatDate(proposed) }
    : undefined;
}

/** Confirmed just now, or before and for the same days. */
function confirms(typed: TypedDue): boolean {
  return typed.confirmDayOff === 'true' || typed.confirmDayOff === daysTyped(typed);
}

function daysTyped({ dueKind, dueValue, own = {} }: TypedDue): string {
  return [dueKind, dueValue, ...Object.values(own)].join(' ');
}
