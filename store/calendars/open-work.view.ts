import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { DispatchStatus } from '../../workflows/rules/dispatch/state.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { DispatchModel } from '../dispatches/dispatch.model.ts';
import { RowModel } from '../dispatches/row.model.ts';

const OPEN: readonly DispatchStatus[] = [
  'arrived',
  'registering',
  'registered',
  'presented',
  'assigned',
  'inProgress',
];

/** The next open dispatches of an agency after one, in a fixed order. */
export async function openDispatches(
  agency: AgencyCode,
  after: DispatchId | '',
  limit: number,
): Promise<readonly DispatchId[]> {
  const found = await DispatchModel.find(
    { agency, status: { $in: OPEN }, _id: { $gt: after as DispatchId } },
    { _id: 1 },
  )
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  return found.map(({ _id }) => _id);
}

/** The open dispatches that have a deadline from an instant on, earliest first: only those can a change move (T-12). */
export async function dispatchesDueFrom(
  agencies: readonly AgencyCode[],
  from: Instant,
): Promise<readonly { readonly agency: AgencyCode; readonly dispatch: DispatchId }[]> {
  const rows = await RowModel.find(
    { agency: { $in: agencies }, open: true, dueAt: { $gte: from } },
    { agency: 1, dispatch: 1 },
  )
    .sort({ dueAt: 1 })
    .lean();
  return [...new Map(rows.map(({ agency, dispatch }) => [dispatch, { agency, dispatch }])).values()];
}
