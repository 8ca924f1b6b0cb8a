import {
  firstDue,
  type Place,
  type Scope,
  type SupervisedRow,
  supervisedRows,
} from '../../store/supervision/rows.view.ts';
import { presentTallies, type Tally } from '../../store/supervision/tallies.view.ts';
import { behind, type Look } from './look.ts';

/** So many of the most urgent stand on the first page. */
const URGENT = 5;

/** What the first page is made of: what figures are counted from, and the most urgent rows. */
export interface Count {
  readonly rows: readonly Tally[];
  readonly late: readonly string[];
  readonly soon: readonly string[];
}

/** Counts a scope: the present where it lies, the past from the rows that tell it. */
export async function countOf(scope: Scope, look: Look, by: readonly (keyof Place)[]): Promise<Count> {
  const { period, horizon, past } = look;
  if (past) {
    const rows = await supervisedRows(scope, period);
    const first = (figure: 'openLate' | 'dueSoon') =>
      mostUrgent(behind(rows, look, { figure }), figure)
        .slice(0, URGENT)
        .map(({ _id }) => _id);
    return { rows, late: first('openLate'), soon: first('dueSoon') };
  }
  const { asOf } = period;
  const [rows, late, soon] = await Promise.all([
    presentTallies(scope, period, horizon, by),
    firstDue(scope, { $lt: asOf }, URGENT),
    firstDue(scope, { $gte: asOf, $lte: horizon }, URGENT),
  ]);
  return { rows, late, soon };
}

/** What the figures of a scope are counted from. */
export function talliesOf(
  scope: Scope,
  { period, horizon, past }: Look,
  by: readonly (keyof Place)[],
): Promise<readonly Tally[]> {
  return past ? supervisedRows(scope, period) : presentTallies(scope, period, horizon, by);
}

/** What is open by its deadline, what is finished the latest first. */
export function mostUrgent(rows: readonly SupervisedRow[], figure: string): readonly SupervisedRow[] {
  const isOpen = ['openLate', 'openInTime', 'dueSoon', 'suspended'].includes(figure);
  const rank = (row: SupervisedRow): number => {
    return isOpen ? (row.dueAt ?? Infinity) : -(row.finishedAt ?? row.assignedAt);
  };
  return rows.toSorted((a, b) => rank(a) - rank(b) || a._id.localeCompare(b._id));
}
