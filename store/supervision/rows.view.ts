import type { QueryFilter } from 'mongoose';
import type { AgencyCode, PersonId, UnitId } from '../../workflows/rules/ids.ts';
import type { CountedRow, Period } from '../../workflows/rules/supervision/figures.ts';
import { type InboxLine, RowModel } from '../dispatches/row.model.ts';

/** What a supervisor oversees: agencies, or some units of one. */
export interface Scope {
  readonly agencies: readonly AgencyCode[];
  readonly units?: readonly UnitId[];
}

/** A row as it is counted and grouped. */
export interface SupervisedRow extends CountedRow {
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly unit?: UnitId;
  readonly person?: PersonId;
  readonly holder: string;
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
  { asOf, from }: Period,
): Promise<readonly SupervisedRow[]> {
  const inScope: QueryFilter<InboxLine> = {
    agency: { $in: scope.agencies },
    ...(scope.units && { unit: { $in: scope.units } }),
    counted: true,
  };
  const since = Math.min(from, asOf);
  const [open, finished] = await Promise.all([
    RowModel.find({ ...inScope, open: true, assignedAt: { $lte: asOf } }, COUNTED).lean<SupervisedRow[]>(),
    RowModel.find({ ...inScope, open: false, finishedAt: { $gte: since } }, COUNTED).lean<SupervisedRow[]>(),
  ]);
  return [...open, ...finished];
}

/** The whole lines of some rows, in the order of the ids. */
export async function linesOf(ids: readonly string[]): Promise<readonly InboxLine[]> {
  const found = await RowModel.find({ _id: { $in: ids } }).lean();
  const byId = new Map(found.map((line) => [line._id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
