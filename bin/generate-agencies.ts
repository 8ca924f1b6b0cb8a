import type { Agency, Superior } from '../store/organisation/agency.model.ts';
import type { Post } from '../store/organisation/post.model.ts';
import type { Unit } from '../store/organisation/unit.model.ts';
import type { AgencyCode, PostId, UnitId } from '../workflows/rules/ids.ts';
import type { Instant } from '../workflows/rules/working-time/calendar.ts';
import type { AgencyPlan, Plan, PostPlan, RoomPlan, Template } from './agency-plan.ts';

/** A post that still wants a holder; `sameAs` is the post whose holder takes it too. */
export type OpenPost = Omit<Post, 'holdings'> & { readonly sameAs?: PostId };

export interface Establishment {
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly posts: readonly OpenPost[];
}

/** The agencies of a plan with their units and posts, codes of communes made up where the plan gives none. */
export function generateAgencies(plan: Plan): Establishment {
  const plans = [...plan.agencies, ...plan.districts.flatMap((district) => districtPlans(plan, district))];
  const agencies = plans.map((agency) => toAgency(agency, startOfDay(agency.validFrom ?? plan.validFrom)));
  const rooms = plans.map((agency) => staff(agency, templateOf(plan, agency.template)));
  return { agencies, units: rooms.flatMap(({ units }) => units), posts: rooms.flatMap(({ posts }) => posts) };
}

/** Midnight in Việt Nam. */
export function startOfDay(date: string): Instant {
  return Date.parse(`${date}T00:00:00+07:00`);
}

function districtPlans(plan: Plan, district: Plan['districts'][number]): AgencyPlan[] {
  const { number, validFrom } = district;
  const fixed = district.fixedNumbers ?? {};
  const free = freeNumbers(new Set(Object.values(fixed)));
  const since = validFrom === undefined ? {} : { validFrom };
  const above = `000.00.${number}.H35`;
  const committee = (place: string) => {
    const lower = place.charAt(0).toLowerCase() + place.slice(1);
    return {
      name: `Ủy ban nhân dân ${lower}`,
      shortName: `UBND ${lower}`,
      symbol: 'UBND',
      rooms: [],
      ...since,
    };
  };
  const communes = district.communes.map((name): AgencyPlan => {
    const own = String(fixed[name] ?? free.next().value).padStart(2, '0');
    const codes = { code: `000.${own}.${number}.H35`, newCode: `H35.${number}.${own}` };
    return { ...codes, ...committee(name), tier: 'commune', above, template: 'commune' };
  });
  const { rooms } = templateOf(plan, 'district');
  const own: AgencyPlan = {
    ...{ code: above, newCode: `H35.${number}`, ...committee(district.name), rooms },
    ...{ tier: 'district', above: plan.province, template: 'district' },
  };
  return [own, ...communes];
}

function* freeNumbers(taken: ReadonlySet<number>): Generator<number, never> {
  for (let number = 1; ; number++) if (!taken.has(number)) yield number;
}

function toAgency(plan: AgencyPlan, validFrom: Instant): Agency {
  const { newCode, name, shortName, symbol, tier, above } = plan;
  const code = plan.code as AgencyCode;
  const superiors: Superior[] = above === undefined ? [] : [{ agency: above as AgencyCode, from: validFrom }];
  return {
    ...{ _id: code, newCode, generatedCode: plan.publicCode !== true, name, shortName, symbol, tier },
    ...{ validFrom, above: superiors, office: unitId(code, 'vp') },
  };
}

function staff(agency: AgencyPlan, template: Template): { units: Unit[]; posts: OpenPost[] } {
  const rooms = agency.rooms.map(([key, name]): RoomPlan => {
    const under = template.roomsUnder === undefined ? {} : { under: template.roomsUnder };
    return { key, name, posts: template.roomPosts, ...under };
  });
  const code = agency.code as AgencyCode;
  const plans = [...template.units, ...rooms];
  const units = plans.map(({ key, name, under, monitors }, place): Unit => {
    const above = under === undefined ? [] : [unitId(code, under)];
    const fullName = name.replace('{agency}', agency.shortName);
    return {
      _id: unitId(code, key),
      agency: code,
      name: fullName,
      above,
      monitors: monitors === true,
      place,
    };
  });
  const posts = plans.flatMap(({ key, posts }) =>
    posts.flatMap((post) => openPosts(code, unitId(code, key), post)),
  );
  return { units, posts: posts.map((post, place) => ({ ...post, place })) };
}

function openPosts(agency: AgencyCode, unit: UnitId, plan: PostPlan): Omit<OpenPost, 'place'>[] {
  const { key, title, roles, fields = [], count = 1, sameAs } = plan;
  const shared = sameAs === undefined ? {} : { sameAs: postId(unit, sameAs) };
  return Array.from({ length: count }, (_, index) => ({
    ...{ _id: postId(unit, plan.count === undefined ? key : `${key}${index + 1}`), agency, unit },
    ...{ title, roles, fields, ...shared },
  }));
}

function templateOf(plan: Plan, name: string): Template {
  const template = plan.templates[name];
  if (!template) throw new Error(`No template "${name}" in the plan of the agencies`);
  return template;
}

const unitId = (agency: AgencyCode, key: string) => `${agency}/${key}` as UnitId;
const postId = (unit: UnitId, key: string) => `${unit}/${key}` as PostId;
