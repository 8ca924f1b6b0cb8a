import type { OfficeRole } from '../people.ts';
import type { Step } from './chain.ts';
import { type ChainFault, fault } from './fault.ts';

// A record, so that a new role cannot be forgotten here.
const ROLES: Readonly<Record<OfficeRole, true>> = {
  clerk: true,
  chiefOfOffice: true,
  leader: true,
  agencyHead: true,
  assistant: true,
  headOfUnit: true,
  officer: true,
  monitor: true,
  agencyAdministrator: true,
  systemAdministrator: true,
};

/** Steps where the work lies on the desk of the whole agency and no unit holds it. */
const ON_DESK: ReadonlySet<Step['act']> = new Set(['register', 'present', 'direct']);

/** Faults of who does a step, whoever there is. */
export function whoFaults({ key, title, act, who }: Step): readonly ChainFault[] {
  switch (who.kind) {
    case 'role':
      return Object.hasOwn(ROLES, who.role) ? [] : [fault('roleUnknown', { title, role: who.role }, key)];
    case 'post':
      return who.post === '' ? [fault('whoMissing', { title }, key)] : [];
    case 'people':
      return who.people.length === 0 ? [fault('whoMissing', { title }, key)] : [];
    case 'headOfUnit':
      return ON_DESK.has(act) && who.unit === undefined ? [fault('unitMissing', { title }, key)] : [];
    case 'headsUp':
      if (ON_DESK.has(act)) return [fault('unitMissing', { title }, key)];
      return Number.isInteger(who.levels) && who.levels > 0 ? [] : [fault('levelsAmount', { title }, key)];
  }
}
