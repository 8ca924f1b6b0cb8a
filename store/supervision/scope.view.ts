import type { AgencyCode, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type Agency, AgencyModel } from '../organisation/agency.model.ts';
import { superiorOf, unitsOf } from '../organisation/organisation.view.ts';
import { type Unit, UnitModel } from '../organisation/unit.model.ts';

/** What an actor oversees (GS). */
export interface Oversight {
  /** The units of the actor's own agency that they oversee. */
  readonly units: readonly Unit[];
  /** The whole agency with its desk, not only units. */
  readonly whole: boolean;
  /** The agencies below, for a monitoring unit. */
  readonly below: readonly Agency[];
}

const WHOLE_AGENCY = ['leader', 'agencyHead', 'chiefOfOffice', 'monitor'] as const;

/** The agency for its leaders, Chánh VP and monitors; a unit and those under it for its head (flows.md §0). */
export async function oversightOf(actor: Actor, at: Instant): Promise<Oversight> {
  const all = await unitsOf(actor.agency);
  const whole = WHOLE_AGENCY.some((role) => actor.roles.includes(role));
  const units = whole
    ? all
    : all.filter((unit) => unit._id === actor.unit || unit.above.includes(actor.unit));
  const monitors =
    actor.roles.includes('monitor') && all.some((unit) => unit._id === actor.unit && unit.monitors);
  return { units, whole, below: monitors ? await agenciesBelow(actor.agency, at) : [] };
}

/** Every agency under another, at whatever depth. */
async function agenciesBelow(top: AgencyCode, at: Instant): Promise<readonly Agency[]> {
  const all = await AgencyModel.find().sort({ _id: 1 }).lean();
  const byCode = new Map(all.map((agency) => [agency._id, agency]));
  const isBelow = (agency: Agency): boolean => {
    const superior = superiorOf(agency, at);
    if (superior === undefined) return false;
    const above = byCode.get(superior);
    return superior === top || (above !== undefined && isBelow(above));
  };
  return all.filter(isBelow);
}

/** The names of units by their ids. */
export async function unitNames(units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, string>> {
  const found = await UnitModel.find({ _id: { $in: [...new Set(units)] } }, { name: 1 }).lean();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
