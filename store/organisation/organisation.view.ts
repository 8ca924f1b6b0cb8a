import type { AgencyCode, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Receiver } from '../../workflows/rules/dispatch/row.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type Agency, AgencyModel } from './agency.model.ts';
import { holderOf } from './holder.ts';
import { PersonModel } from './person.model.ts';
import { PostModel } from './post.model.ts';
import { type Unit, UnitModel } from './unit.model.ts';

/** One agency by its code. */
export async function agencyByCode(code: AgencyCode): Promise<Agency | undefined> {
  return (await AgencyModel.findById(code).lean()) ?? undefined;
}

/** The agencies that stood directly under an agency at an instant. */
export async function agenciesUnder(superior: AgencyCode, at: Instant): Promise<readonly Agency[]> {
  const ever = await AgencyModel.find({ 'above.agency': superior }).sort({ _id: 1 }).lean();
  return ever.filter((agency) => superiorOf(agency, at) === superior);
}

/** The agency directly above another at an instant, while both were in force. */
export function superiorOf(agency: Agency, at: Instant): AgencyCode | undefined {
  const inForce = agency.validFrom <= at && (agency.validTo === undefined || at < agency.validTo);
  return inForce
    ? agency.above.find((superior) => superior.from <= at && (superior.to === undefined || at < superior.to))
        ?.agency
    : undefined;
}

/** The units of an agency in the order of its organisation chart. */
export async function unitsOf(agency: AgencyCode): Promise<readonly Unit[]> {
  return UnitModel.find({ agency }).sort({ place: 1 }).lean();
}

/** The units above a unit, nearest first. */
export async function unitPath(unit: UnitId): Promise<readonly UnitId[]> {
  return (await UnitModel.findById(unit).lean())?.above ?? [];
}

/** A unit as the receiver of a row, with its name as it reads now. */
export async function receiverForUnit(unit: UnitId): Promise<Receiver | undefined> {
  const found = await UnitModel.findById(unit).lean();
  return found ? { kind: 'unit', unit, above: found.above, name: found.name } : undefined;
}

/** Whoever holds a post at an instant as the receiver of a row. */
export async function receiverForPost(post: PostId, at: Instant): Promise<Receiver | undefined> {
  const held = await PostModel.findById(post).lean();
  const person = held ? holderOf(held, at) : undefined;
  if (!held || person === undefined) return undefined;
  const [holder, unit] = await Promise.all([
    PersonModel.findById(person).lean(),
    UnitModel.findById(held.unit).lean(),
  ]);
  if (!holder || !unit) return undefined;
  const { _id, above, name: unitName } = unit;
  return { kind: 'post', post, person, unit: _id, above, unitName, name: holder.name, title: held.title };
}
