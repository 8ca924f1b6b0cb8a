import type { AgencyCode } from '../../workflows/rules/ids.ts';
import { AgencyModel } from '../organisation/agency.model.ts';

/** The short names of all agencies by their codes, for conditions on the sender. */
export async function agencyNames(): Promise<ReadonlyMap<AgencyCode, string>> {
  const all = await AgencyModel.find({}, { shortName: 1 }).lean();
  return new Map(all.map(({ _id, shortName }) => [_id, shortName]));
}
