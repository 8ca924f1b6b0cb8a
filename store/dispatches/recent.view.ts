import type { AgencyCode } from '../../workflows/rules/ids.ts';
import { RowModel } from './row.model.ts';

/** So many assignments back somebody's habits are looked up. */
const BACK = 40;

/**
 * To whom somebody gave work last, most recent first: ids of units and of people, each once.
 * @param assignedBy name of the assigner, as the rows keep it
 */
export async function recentReceivers(agency: AgencyCode, assignedBy: string): Promise<readonly string[]> {
  const rows = await RowModel.find({ agency, assignedBy, row: { $gt: 0 } }, { unitRow: 1, person: 1 })
    .sort({ assignedAt: -1 })
    .limit(BACK)
    .lean();
  return [...new Set(rows.flatMap(({ unitRow, person }) => unitRow ?? person ?? []))];
}
