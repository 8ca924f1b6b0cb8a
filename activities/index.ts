import { calendarUsers, isEntered } from '../store/calendars/calendar.view.ts';
import { stateOf } from '../store/dispatches/dispatch.view.ts';
import { allocate } from '../store/numbers/number.repository.ts';
import type { Activities } from '../workflows/contract/activities.ts';
import { project } from './dispatches/project.ts';
import { openDispatchesOf } from './dispatches/open-dispatches.ts';
import { countAble } from './notices/recipients.ts';

/**
 * The outside world as the law sees it.
 * @param clock the present instant of the product; another than the machine's only in plays and tests
 */
export function createActivities(clock: () => number): Activities {
  return {
    project,
    allocateNumber: ({ key, agency, register, year }) => allocate(`${agency}/${register}/${year}`, key),
    countAssignees: ({ agency, receiver }) => countAble(agency, receiver, clock()),
    recordedState: ({ agency, dispatch }) => stateOf(agency, dispatch),
    calendarEntered: ({ agency, key }) => isEntered(agency, key),
    calendarUsers: ({ agency }) => calendarUsers(agency, clock()),
    openDispatches: ({ agency, after }) => openDispatchesOf(agency, after, clock()),
  };
}
