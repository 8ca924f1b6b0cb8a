import { recentReceivers } from '../../store/dispatches/recent.view.ts';
import { receiverForPost, receiverForUnit, unitsOf } from '../../store/organisation/organisation.view.ts';
import { holdersOf, peopleSearch } from '../../store/organisation/people.view.ts';
import type { Assignment } from '../../workflows/rules/dispatch/command.ts';
import type { AgencyCode, PostId, UnitId } from '../../workflows/rules/ids.ts';
import { type Fault, fieldFault, type Opened } from './act-form.ts';
import type { Candidate } from './receivers.presenter.ts';

type Receiver = Assignment['receiver'];

/** Offices that hold no dispatch: administrators by office read no content (flows.md §10). */
const OFFICE_ONLY = new Set(['agencyAdministrator', 'systemAdministrator']);

/** Every unit and person of the agency who may receive, units first, each under the key that forms send. */
export async function candidatesOf(agency: AgencyCode, now: number): Promise<readonly Candidate[]> {
  const [units, people] = await Promise.all([unitsOf(agency), peopleSearch(agency, '', now)]);
  const names = new Map(units.map(({ _id, name }) => [_id, name]));
  return [
    ...units.map(({ _id, name }) => ({ key: `unit:${_id}`, habit: _id, unit: _id, name, detail: '' })),
    ...people
      .filter(({ roles }) => roles.some((role) => !OFFICE_ONLY.has(role)))
      .map(({ post, person, unit, name, title }) => ({
        ...{ key: `post:${post}`, habit: person, unit, name },
        detail: `${title}, ${names.get(unit) ?? ''}`,
      })),
  ];
}

/** Whom the actor gave work to last. */
export function habitsOf({ state, actor }: Opened): Promise<readonly string[]> {
  return recentReceivers(state.agency, actor.name);
}

/** The receiver behind a key, as it reads now; only of the agency itself, and only where somebody can act. */
export async function receiverOf(key: string, { state, now, t }: Opened): Promise<Receiver | Fault> {
  const id = key.slice(key.indexOf(':') + 1);
  const fault = (reason: string, name = '') =>
    fieldFault('receivers', t(`dispatches:invalid.${reason}`, { name }));
  if (!id.startsWith(`${state.agency}/`)) return fault('otherAgency');
  if (key.startsWith('post:')) {
    const held = await receiverForPost(id as PostId, now);
    return held?.kind === 'post' ? held : fault('vacantPost');
  }
  const unit = await receiverForUnit(id as UnitId);
  if (unit?.kind !== 'unit') return fault('noSuchUnit');
  const members = await holdersOf({ kind: 'membersOfUnit', unit: unit.unit }, now);
  const able = members.some(({ roles }) => roles.includes('headOfUnit') || roles.includes('clerk'));
  return able ? unit : fault('unitWithoutHead', unit.name);
}
