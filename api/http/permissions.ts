import type { PersonId } from '../../workflows/rules/ids.ts';
import type { Actor, OfficeRole } from '../../workflows/rules/people.ts';

interface PermissionRule {
  /** Any one of these entitles; every acting post does when absent. */
  readonly roles?: readonly OfficeRole[];
  /** Even the existence is not for others: 404 instead of 403. */
  readonly secret?: true;
}

const LEADERS = ['leader', 'agencyHead', 'chiefOfOffice', 'headOfUnit'] as const;

// An administrator by office reads no content (flows.md §10): dispatches want an office post.
const rules = {
  acting: {},
  clerk: { roles: ['clerk'], secret: true },
  'dispatch.act': { roles: [...LEADERS, 'clerk', 'assistant', 'officer'], secret: true },
  // While there is no axis, whoever runs the exchange hands in what arrives through it.
  'arrivals.deliver': { roles: ['systemAdministrator'] },
  supervise: { roles: [...LEADERS, 'monitor'] },
  'admin.chains': { roles: ['agencyAdministrator'] },
  'admin.calendar': { roles: ['agencyAdministrator'] },
} as const satisfies Record<string, PermissionRule>;

/** 'anyone' needs nothing, 'signedIn' a person, every other a post that the person acts as now (U-1). */
export type Permission = 'anyone' | 'signedIn' | keyof typeof rules;

/** The actor that a handler of that permission can count on. */
export type ActorFor<P extends Permission> = P extends keyof typeof rules ? Actor : Actor | undefined;

/** The person that a handler of that permission can count on. */
export type PersonFor<P extends Permission> = P extends 'anyone' ? PersonId | undefined : PersonId;

export interface Visitor {
  readonly person: PersonId | undefined;
  readonly actor: Actor | undefined;
}

/** What stands between a visitor and a route. */
export type Access = 'granted' | 'signIn' | 'choosePost' | 'forbidden' | 'hidden';

/** Whether a visitor has a permission, and if not what is missing. */
export function accessTo(permission: Permission, { person, actor }: Visitor): Access {
  if (permission === 'anyone') return 'granted';
  if (person === undefined) return 'signIn';
  if (permission === 'signedIn') return 'granted';
  if (actor === undefined) return 'choosePost';
  const rule: PermissionRule = rules[permission];
  if (!rule.roles || actor.roles.some((role) => rule.roles?.includes(role))) return 'granted';
  return rule.secret ? 'hidden' : 'forbidden';
}
