import type { QueryFilter } from 'mongoose';
import type { Alike, Period } from '../../workflows/rules/supervision/figures.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type InboxLine, RowModel } from '../dispatches/row.model.ts';
import { counted, type Place, type Scope } from './rows.view.ts';

/** Rows of one place that V-1 counts alike. */
export type Tally = Alike & Place;

/**
 * The rows in scope as they stand now, counted where they lie: rows of one state between the same instants are alike
 * to V-1, so that one of them speaks for all.
 * @param horizon the close of the next working day
 */
export async function presentTallies(
  scope: Scope,
  { asOf, from, to }: Period,
  horizon: Instant,
  by: readonly (keyof Place)[],
): Promise<readonly Tally[]> {
  const inScope = counted(scope);
  const spans = [{ $lt: asOf }, { $gte: asOf, $lte: horizon }, { $gt: horizon }, null];
  const tallies = await Promise.all([
    ...spans.map((dueAt) => talliesOf({ ...inScope, open: true, dueAt }, by, {})),
    talliesOf({ ...inScope, finishedAt: { $gte: from, $lt: to } }, by, FINISHED),
  ]);
  return tallies.flat();
}

/** What V-1 asks of a finished row besides its state. */
const FINISHED = {
  late: { $gt: ['$finishedAt', '$dueAt'] },
  free: { $eq: [{ $type: '$dueAt' }, 'missing'] },
};

type Known = Pick<Tally, 'open' | 'state' | 'assignedAt' | 'count'>;
type Instants = Readonly<Record<'dueAt' | 'finishedAt', Instant | null>>;

async function talliesOf(
  rows: QueryFilter<InboxLine>,
  by: readonly (keyof Place)[],
  apart: Readonly<Record<string, object>>,
): Promise<readonly Tally[]> {
  const key = Object.fromEntries([...by, 'state'].map((name) => [name, `$${name}`]));
  const groups = await RowModel.aggregate<Known & Instants & { readonly _id: Place }>([
    { $match: rows },
    {
      $group: {
        _id: { ...key, ...apart },
        ...{ count: { $sum: 1 }, open: { $first: '$open' } },
        ...{ dueAt: { $first: '$dueAt' }, finishedAt: { $first: '$finishedAt' } },
        // Any row speaks for its group, but the oldest is asked for.
        assignedAt: { $min: '$assignedAt' },
      },
    },
  ]);
  return groups.map(({ _id, dueAt, finishedAt, ...known }) => ({
    ...{ ..._id, ...known },
    ...(dueAt !== null && { dueAt }),
    ...(finishedAt !== null && { finishedAt }),
  }));
}
