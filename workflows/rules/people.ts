import type { AgencyCode, PersonId, PostId, UnitId } from './ids.ts';

/** What a post entitles to (flows.md §0). */
export type OfficeRole =
  | 'clerk'
  | 'chiefOfOffice'
  | 'leader'
  | 'agencyHead'
  | 'assistant'
  | 'headOfUnit'
  | 'officer'
  | 'monitor'
  | 'agencyAdministrator'
  | 'systemAdministrator';

/** Who acts, as which post (U-1), with the facts about the post that held at that instant (D-9). */
export interface Actor {
  readonly person: PersonId;
  readonly name: string;
  readonly post: PostId;
  readonly title: string;
  readonly agency: AgencyCode;
  readonly unit: UnitId;
  readonly roles: readonly OfficeRole[];
}

/** The product itself: arrivals, timers, consequences. */
export interface System {
  readonly system: true;
}

/** Who did what an event tells, as it must still read after the person has left (D-8). */
export type ActedBy = Omit<Actor, 'roles'> | System;

export const SYSTEM: System = { system: true };

/** The record of an actor for an event: the roles are facts of the moment and are not kept. */
export function actedBy(actor: Actor | System): ActedBy {
  if ('system' in actor) return actor;
  const { person, name, post, title, agency, unit } = actor;
  return { person, name, post, title, agency, unit };
}
