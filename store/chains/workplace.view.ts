import type { Staffing } from '../../workflows/rules/chain/staffing.ts';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { unitsOf } from '../organisation/organisation.view.ts';
import { peopleSearch } from '../organisation/people.view.ts';
import { PostModel } from '../organisation/post.model.ts';

/** Whom the steps of an agency's chain may name, and who there is today. */
export interface Workplace {
  readonly staffing: Staffing;
  readonly units: ReadonlyMap<UnitId, string>;
  /** Title, unit and holder, if any, as one text. */
  readonly posts: ReadonlyMap<PostId, string>;
  readonly people: ReadonlyMap<PersonId, string>;
}

/** The units, posts and people of an agency at an instant. */
export async function workplaceOf(agency: AgencyCode, at: Instant): Promise<Workplace> {
  const [units, posts, holders] = await Promise.all([
    unitsOf(agency),
    PostModel.find({ agency }, { title: 1, unit: 1 }).sort({ place: 1 }).lean(),
    peopleSearch(agency, '', at),
  ]);
  const unitNames = new Map(units.map(({ _id, name }) => [_id, name]));
  const holderOf = new Map(holders.map(({ post, name }) => [post, name]));
  const postText = (title: string, unit: UnitId, post: PostId) =>
    [title, unitNames.get(unit), holderOf.get(post)].filter((part) => part !== undefined).join(', ');
  return {
    units: unitNames,
    posts: new Map(posts.map(({ _id, title, unit }) => [_id, postText(title, unit, _id)])),
    people: new Map(holders.map(({ person, name, title }) => [person, `${name}, ${title}`])),
    staffing: {
      roles: countRoles(holders),
      posts: holders.map(({ post }) => post),
      people: holders.map(({ person }) => person),
      units: units.map(({ _id: unit, name }) => ({
        ...{ unit, name },
        hasHead: holders.some((one) => one.unit === unit && one.roles.includes('headOfUnit')),
      })),
    },
  };
}

function countRoles(holders: readonly Actor[]): Partial<Record<OfficeRole, number>> {
  const counts: Partial<Record<OfficeRole, number>> = {};
  for (const role of holders.flatMap(({ roles }) => roles)) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}
