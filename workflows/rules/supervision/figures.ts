import type { RowState } from '../dispatch/row.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import { closeOf, nthWorkingDay } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';

/** What V-1 needs to know of a row that counts; the read model keeps exactly this. */
export interface CountedRow {
  readonly open: boolean;
  readonly state: RowState;
  readonly assignedAt: Instant;
  readonly dueAt?: Instant;
  readonly finishedAt?: Instant;
}

/** Rows that count alike, as one of them; the oldest of them where it matters. */
export interface Alike extends CountedRow {
  /** How many they are: one where nothing is said. */
  readonly count?: number;
}

/** Where a row is counted; each in exactly one place (V-1). */
export type Figure =
  | 'finishedOnTime'
  | 'finishedLate'
  | 'openLate'
  | 'openInTime'
  | 'noDeadline'
  | 'suspended'
  | 'returned'
  | 'withdrawn';

/** What is counted: everything open at an instant, and what was finished in [from, to) up to that instant. */
export interface Period {
  readonly asOf: Instant;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Where V-1 counts a row, by instants and never by dates; a forwarded row is open. A row whose clock stands (T-13)
 * is neither late nor in time.
 * @returns undefined for a row that was not there at the instant, or was finished outside the period
 */
export function figureOf(row: CountedRow, { asOf, from, to }: Period): Figure | undefined {
  const { dueAt, finishedAt, state } = row;
  if (row.assignedAt > asOf) return undefined;
  if (isOpenAt(row, asOf)) return openFigure(row, asOf);
  if (finishedAt === undefined || finishedAt < from || finishedAt >= to) return undefined;
  if (state === 'returned' || state === 'withdrawn') return state;
  if (dueAt === undefined) return 'noDeadline';
  return finishedAt > dueAt ? 'finishedLate' : 'finishedOnTime';
}

/** A row that was finished only after the instant was still open then. */
function isOpenAt({ open, finishedAt }: CountedRow, asOf: Instant): boolean {
  return finishedAt === undefined ? open : finishedAt > asOf;
}

function openFigure({ state, dueAt }: CountedRow, asOf: Instant): Figure {
  if (state === 'suspended') return 'suspended';
  if (dueAt === undefined) return 'noDeadline';
  return asOf > dueAt ? 'openLate' : 'openInTime';
}

/** Whether a row that is in time will be late when the next working day after the instant has closed. */
export function isDueSoon(row: CountedRow, asOf: Instant, horizon: Instant): boolean {
  return row.dueAt !== undefined && row.dueAt >= asOf && row.dueAt <= horizon;
}

/** The close of the next working day after an instant's own date. */
export function nextDayClose(calendar: Calendar, asOf: Instant): Instant {
  return closeOf(calendar, nthWorkingDay(calendar, dayAt(calendar, asOf), 1));
}

/** The figures of some rows. */
export interface Figures extends Readonly<Record<Figure, number>> {
  /** Of those open in time, how many end with the next working day. */
  readonly dueSoon: number;
  /** When the oldest open row was assigned. */
  readonly oldest: Instant | undefined;
}

const NOTHING: Record<Figure, number> & { dueSoon: number } = {
  finishedOnTime: 0,
  finishedLate: 0,
  openLate: 0,
  openInTime: 0,
  noDeadline: 0,
  suspended: 0,
  returned: 0,
  withdrawn: 0,
  dueSoon: 0,
};

/** Counts rows by V-1: the one place that inbox, dashboard and reports share (V-2). */
export function figuresOf(rows: Iterable<Alike>, period: Period, horizon: Instant): Figures {
  const counts = { ...NOTHING };
  let oldest: Instant | undefined;
  for (const row of rows) {
    const figure = figureOf(row, period);
    if (figure === undefined) continue;
    const { count = 1 } = row;
    counts[figure] += count;
    if (figure === 'openInTime' && isDueSoon(row, period.asOf, horizon)) counts.dueSoon += count;
    if (isOpenAt(row, period.asOf)) oldest = Math.min(oldest ?? row.assignedAt, row.assignedAt);
  }
  return { ...counts, oldest };
}

/** On time ÷ (on time + late finished + late open), between 0 and 1; undefined when nothing is in the rate (V-1). */
export function rateOnTime({ finishedOnTime, finishedLate, openLate }: Figures): number | undefined {
  const all = finishedOnTime + finishedLate + openLate;
  return all === 0 ? undefined : finishedOnTime / all;
}
