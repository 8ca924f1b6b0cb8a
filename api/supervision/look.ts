import type { Place, Scope, SupervisedRow } from '../../store/supervision/rows.view.ts';
import type { Oversight } from '../../store/supervision/scope.view.ts';
import type { UnitId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { figureOf, isDueSoon, nextDayClose, type Period } from '../../workflows/rules/supervision/figures.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { parseInstant } from '../../workflows/rules/working-time/date-text.ts';
import { dateOf, dayFrom } from '../../workflows/rules/working-time/days.ts';
import { dayAt, instantAt } from '../../workflows/rules/working-time/zone.ts';
import type { Selection } from './supervision.paths.ts';
import type { AskedFigure } from './supervision.schema.ts';

/** The rows that have no unit: registering, presenting and directing, before work is assigned. */
export const DESK = 'desk';

/** Who looks at what, as of when. */
export interface Look {
  readonly oversight: Oversight;
  readonly calendar: Calendar;
  readonly period: Period;
  /** The close of the next working day. */
  readonly horizon: Instant;
  readonly month: string;
  /** What every link of the page carries on. */
  readonly carried: Pick<Selection, 'asOf' | 'month'>;
  readonly past: boolean;
}

/** What a visit looks at; an instant to come is the present. */
export function lookAt(
  oversight: Oversight,
  calendar: Calendar,
  now: Instant,
  { asOf: typed, month: asked }: Pick<Selection, 'asOf' | 'month'>,
): Look {
  const asOf = Math.min((typed === undefined ? undefined : parseInstant(calendar, typed)) ?? now, now);
  const past = asOf < now;
  const month = asked ?? monthOf(calendar, asOf);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const from = instantAt(calendar, dayFrom(year, number, 1), 0);
  const to = instantAt(calendar, dayFrom(year, number + 1, 1), 0);
  const carried = { ...(past && typed && { asOf: typed }), ...(asked && { month: asked }) };
  const horizon = nextDayClose(calendar, asOf);
  return { oversight, calendar, period: { asOf, from, to }, horizon, month, carried, past };
}

/** `YYYY-MM` of an instant. */
export function monthOf(calendar: Calendar, at: Instant): string {
  return dateOf(dayAt(calendar, at)).slice(0, 7);
}

/** The scope that a selection means, or undefined when it is not the actor's to oversee (P-4). */
export function scopeOf(
  actor: Actor,
  { oversight }: Look,
  { unit, tier, agency }: Selection,
): Scope | undefined {
  const { units, whole, below } = oversight;
  if (tier !== undefined || agency !== undefined) {
    const chosen = below.filter(
      (one) => (agency === undefined || one._id === agency) && (tier ?? one.tier) === one.tier,
    );
    return chosen.length === 0 ? undefined : { agencies: chosen.map(({ _id }) => _id) };
  }
  const own = { agencies: [actor.agency] };
  if (unit === DESK) return whole ? { ...own, units: [null] } : undefined;
  if (unit !== undefined)
    return units.some(({ _id }) => _id === unit) ? { ...own, units: [unit as UnitId] } : undefined;
  return whole ? own : { ...own, units: units.map(({ _id }) => _id) };
}

/** Of the rows in scope, those that stand behind one number. */
export function behind(
  rows: readonly SupervisedRow[],
  { period, horizon }: Look,
  { figure, person }: Pick<Selection, 'person'> & { readonly figure: AskedFigure },
): readonly SupervisedRow[] {
  const soon = figure === 'dueSoon';
  return rows.filter(
    (row) =>
      figureOf(row, period) === (soon ? 'openInTime' : figure) &&
      (!soon || isDueSoon(row, period.asOf, horizon)) &&
      (person === undefined || holderKey(row) === person),
  );
}

/** Whom a row of a unit is counted for: a person, or what it lies with before anybody has it. */
export function holderKey({ person, holder = '' }: Place): string {
  return person ?? holder;
}
