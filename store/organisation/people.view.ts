import type { mongo } from 'mongoose';
import type { AgencyCode, PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { plain } from '../plain.ts';
import { withoutAccents } from './accents.ts';
import { AgencyModel } from './agency.model.ts';
import { DutyModel } from './duty.model.ts';
import { holderOf } from './holder.ts';
import { namesOf } from './names.ts';
import { type Post, PostModel } from './post.model.ts';
import { UnitModel } from './unit.model.ts';

/** People named by what they are, not by who they are. */
export type Who =
  | { readonly kind: 'role'; readonly agency: AgencyCode; readonly role: OfficeRole }
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'headOfUnit'; readonly unit: UnitId }
  | { readonly kind: 'membersOfUnit'; readonly unit: UnitId }
  | { readonly kind: 'people'; readonly agency: AgencyCode; readonly people: readonly PersonId[] }
  | { readonly kind: 'onDuty'; readonly agency: AgencyCode };

/** A post that a person holds, as the header names it. */
export interface HeldPost extends Actor {
  readonly agencyName: string;
  readonly unitName: string;
}

/** Somebody who leads an agency, with the fields of work in their charge. */
export interface Leader extends Actor {
  readonly fields: readonly string[];
}

const ZONE_OFFSET = 7 * 3_600_000;

/** The person acting as a post, or undefined when the post is not theirs at that instant (D-9). */
export async function actorFor(person: PersonId, post: PostId, at: Instant): Promise<Actor | undefined> {
  const [held, names] = await Promise.all([plain(PostModel).findOne({ _id: post }), namesOf([person])]);
  const name = names.get(person);
  return held && name !== undefined && holderOf(held, at) === person
    ? toActor(held, person, name)
    : undefined;
}

/** Everything a person may act as at an instant, with the names of where. */
export async function postsOf(person: PersonId, at: Instant): Promise<readonly HeldPost[]> {
  const ever = await holdersAt({ 'holdings.person': person }, at);
  const actors = ever.filter((actor) => actor.person === person);
  const [agencies, units] = await Promise.all([
    AgencyModel.find({ _id: { $in: actors.map(({ agency }) => agency) } }).lean(),
    UnitModel.find({ _id: { $in: actors.map(({ unit }) => unit) } }).lean(),
  ]);
  return actors.map((actor) => ({
    ...actor,
    agencyName: agencies.find(({ _id }) => _id === actor.agency)?.shortName ?? actor.agency,
    unitName: units.find(({ _id }) => _id === actor.unit)?.name ?? actor.unit,
  }));
}

/** The people that a rule means at an instant, each as the post for which they are meant. */
export async function holdersOf(who: Who, at: Instant): Promise<readonly Actor[]> {
  if (who.kind !== 'people') return holdersAt(await filterFor(who, at), at);
  const actors = await holdersAt({ agency: who.agency, 'holdings.person': { $in: who.people } }, at);
  return actors.filter((actor) => who.people.includes(actor.person));
}

/** The leaders of an agency who are in post at an instant, in the order of its posts. */
export async function leadersOf(agency: AgencyCode, at: Instant): Promise<readonly Leader[]> {
  const filter = { agency, roles: 'leader' } as const;
  const [leaders, posts] = await Promise.all([
    holdersAt(filter, at),
    plain(PostModel)
      .find(filter, { projection: { fields: 1 } })
      .toArray(),
  ]);
  const fields = new Map(posts.map((post) => [post._id, post.fields]));
  return leaders.map((leader) => ({ ...leader, fields: fields.get(leader.post) ?? [] }));
}

/** People of an agency whose name or title holds the text, with or without accents; all of them for ''. */
export async function peopleSearch(agency: AgencyCode, text: string, at: Instant): Promise<readonly Actor[]> {
  const words = withoutAccents(text).split(/\s+/);
  const actors = await holdersAt({ agency }, at);
  return actors.filter((actor) => {
    const searched = withoutAccents(`${actor.name} ${actor.title}`);
    return words.every((word) => searched.includes(word));
  });
}

async function filterFor(who: Exclude<Who, { kind: 'people' }>, at: Instant): Promise<mongo.Filter<Post>> {
  switch (who.kind) {
    case 'role':
      return { agency: who.agency, roles: who.role };
    case 'post':
      return { _id: who.post };
    case 'headOfUnit':
      return { agency: agencyOfUnit(who.unit), unit: who.unit, roles: 'headOfUnit' };
    case 'membersOfUnit':
      return { agency: agencyOfUnit(who.unit), unit: who.unit };
    case 'onDuty': {
      const date = new Date(at + ZONE_OFFSET).toISOString().slice(0, 10);
      const duty = await DutyModel.findOne({ agency: who.agency, date }).lean();
      return { _id: { $in: duty?.posts ?? [] } };
    }
  }
}

async function holdersAt(filter: mongo.Filter<Post>, at: Instant): Promise<readonly Actor[]> {
  const posts = await plain(PostModel).find(filter).sort({ place: 1 }).toArray();
  const held = posts.flatMap((post) => {
    const person = holderOf(post, at);
    return person === undefined ? [] : [{ post, person }];
  });
  const names = await namesOf(held.map(({ person }) => person));
  return held.map(({ post, person }) => toActor(post, person, names.get(person) ?? person));
}

function toActor(post: Post, person: PersonId, name: string): Actor {
  const { _id, title, agency, unit, roles } = post;
  return { person, name, post: _id, title, agency, unit, roles };
}

// A unit's id begins with its agency's code (ids.ts), so that every query can go to one shard.
function agencyOfUnit(unit: UnitId): AgencyCode {
  return unit.slice(0, unit.indexOf('/')) as AgencyCode;
}
