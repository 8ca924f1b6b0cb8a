import type { PersonId, PostId, UnitId } from '../ids.ts';
import type { OfficeRole } from '../people.ts';
import type { Chain, Step } from './chain.ts';
import { type ChainFault, fault, warning } from './fault.ts';

/** Who there is in an agency at an instant. */
export interface Staffing {
  /** How many people hold each role; a role without people may be absent. */
  readonly roles: Readonly<Partial<Record<OfficeRole, number>>>;
  readonly posts: readonly PostId[];
  readonly people: readonly PersonId[];
  readonly units: readonly { readonly unit: UnitId; readonly name: string; readonly hasHead: boolean }[];
}

/** Steps for which nobody would be found today, and units that have no head. */
export function staffingFaults({ steps }: Chain, staffing: Staffing): readonly ChainFault[] {
  return steps.flatMap((step) => nobodyAt(step, staffing));
}

function nobodyAt(
  { key, title, who }: Step,
  { roles, posts, people, units }: Staffing,
): readonly ChainFault[] {
  switch (who.kind) {
    case 'role':
      return roles[who.role] ? [] : [fault('nobodyFound', { title, role: who.role }, key)];
    case 'post':
      return posts.includes(who.post) ? [] : [fault('nobodyFound', { title, post: who.post }, key)];
    case 'people': {
      const gone = who.people.filter((person) => !people.includes(person));
      if (gone.length === who.people.length)
        return [fault('nobodyFound', { title, people: gone.join(', ') }, key)];
      return gone.map((person) => warning('personGone', { title, person }, key));
    }
    case 'headOfUnit':
    case 'headsUp': {
      const named = who.kind === 'headOfUnit' ? who.unit : undefined;
      const meant = units.filter(({ unit }) => named === undefined || unit === named);
      if (meant.length === 0) return [fault('nobodyFound', { title, unit: named ?? '' }, key)];
      const headless = meant.filter(({ hasHead }) => !hasHead);
      const say = named === undefined ? warning : fault;
      return headless.map(({ name }) => say('unitWithoutHead', { title, unit: name }, key));
    }
  }
}
