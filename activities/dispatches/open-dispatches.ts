import { calendarFrom, sourcesOf } from '../../store/calendars/calendar.view.ts';
import { openDispatches } from '../../store/calendars/open-work.view.ts';
import type { Activities } from '../../workflows/contract/activities.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** More at once would make one step of the recalculation too large for the engine. */
const AT_ONCE = 100;

/** A page of open dispatches with the calendar that they are to count by from now on (T-12). */
export async function openDispatchesOf(
  agency: AgencyCode,
  after: DispatchId | '',
  now: Instant,
): ReturnType<Activities['openDispatches']> {
  const [sources, dispatches] = await Promise.all([
    sourcesOf(agency, now),
    openDispatches(agency, after, AT_ONCE),
  ]);
  // Everything entered counts, even if the clock of the machine that entered it is ahead of ours.
  return { calendar: calendarFrom(sources, Number.POSITIVE_INFINITY), dispatches };
}
