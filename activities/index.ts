import { Context } from '@temporalio/activity';
import { calendarUsers, isEntered } from '../store/calendars/calendar.view.ts';
import type { Activities } from '../workflows/contract/activities.ts';
import { allocateNumber } from './dispatches/number.ts';
import { project } from './dispatches/project.ts';
import { openDispatchesOf } from './dispatches/open-dispatches.ts';
import { recorded } from './dispatches/recorded.ts';
import { countAble } from './notices/recipients.ts';

/**
 * The outside world as the law sees it.
 * @param clock the present instant of the product; another than the machine's only in plays and tests
 */
export function createActivities(clock: () => number): Activities {
  return {
    project,
    instant: () => Promise.resolve(Context.current().info.currentAttemptScheduledTimestampMs),
    allocateNumber,
    countAssignees: ({ agency, receiver }) => countAble(agency, receiver, clock()),
    recorded,
    calendarEntered: ({ agency, key }) => isEntered(agency, key),
    calendarUsers: ({ agency }) => calendarUsers(agency, clock()),
    openDispatches: ({ agency, after }) => openDispatchesOf(agency, after, clock()),
  };
}
