import type { QueryFilter } from 'mongoose';
import type { AgencyCode, UnitId } from '../../workflows/rules/ids.ts';
import type { CountedRow, Period } from '../../workflows/rules/supervision/figures.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type InboxLine, RowModel } from '../dispatches/row.model.ts';

/** What a supervisor oversees: agencies, or some units of one; what has no unit lies with `null`. */
export interface Scope {
  readonly agencies: readonly AgencyCode[];
  readonly units?: readonly (UnitId | null)[];
}

/** Where rows are counted besides V-1: in which agency and unit, and for whom. */
export type Place = Partial<Pick<InboxLine, 'agency' | 'unit' | 'person' | 'holder'>>;

/** A row as it is counted and grouped. */
export interface SupervisedRow extends CountedRow, Place {
  readonly _id: string;
}

const COUNTED = {
  agency: 1,
  unit: 1,
  person: 1,
  holder: 1,
  open: 1,
  state: 1,
  assignedAt: 1,
  dueAt: 1,
  finishedAt: 1,
};

/** The counted rows in scope that were open at the instant or were finished in the period (V-1). */
export async function supervisedRows(
  scope: Scope,
  { asOf, from }: Pick<Period, 'asOf' | 'from'>,
): Promise<readonly SupervisedRow[]> {
  const inScope = counted(scope);
  const since = Math.min(from, asOf);
  const [open, finished] = await Promise.all([
    RowModel.find({ ...inScope, open: true, assignedAt: { $lte: asOf } }, COUNTED).lean<SupervisedRow[]>(),
    RowModel.find({ ...inScope, finishedAt: { $gte: since } }, COUNTED).lean<SupervisedRow[]>(),
  ]);
  return [...open, ...finished];
}

/** The rows in scope that are open now and whose clock runs, with a deadline in a span: the first ones by it. */
export async function firstDue(
  scope: Scope,
  span: { readonly $gte?: Instant; readonly $lte?: Instant; readonly $lt?: Instant },
  limit: number,
): Promise<readonly string[]> {
  const running: QueryFilter<InboxLine> = {
    ...counted(scope),
    open: true,
    dueAt: span,
    state: { $ne: 'suspended' },
  };
  const found = await RowModel.find(running, { _id: 1 }).sort({ dueAt: 1, _id: 1 }).limit(limit).lean();
  return found.map(({ _id }) => _id);
}

/** What counts in a scope (V-1). */
export function counted({ agencies, units }: Scope): QueryFilter<InboxLine> {
  return { agency: oneOf(agencies), ...(units && { unit: oneOf(units) }), counted: true };
}

/** Equality where it can be: SecantusDB reads three times as long for a list of one. */
function oneOf<T>(values: readonly T[]): T | { $in: readonly T[] } {
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : { $in: values };
}

/** The whole lines of some rows, in the order of the ids. */
export async function linesOf(ids: readonly string[]): Promise<readonly InboxLine[]> {
  const found = await RowModel.find({ _id: { $in: ids } }).lean();
  const byId = new Map(found.map((line) => [line._id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
