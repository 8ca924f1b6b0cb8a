import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { type CalendarSource, calendarInForce } from '../../workflows/rules/working-time/versions.ts';
import { AgencyModel } from '../organisation/agency.model.ts';
import { superiorOf } from '../organisation/organisation.view.ts';
import { CalendarModel } from './calendar.model.ts';

/** The calendar of an agency as entered up to an instant: its own entries over those it inherits (T-3). */
export async function calendarOf(agency: AgencyCode, at: Instant): Promise<Calendar> {
  const { inherited, own } = await sourcesOf(agency, at);
  if (inherited) return calendarInForce(inherited, own, at);
  if (own) return calendarInForce(own, undefined, at);
  throw new Error(`No calendar for ${agency}`);
}

/** What an agency entered itself, and the source that it inherits from: of the nearest agency above that has one. */
export async function sourcesOf(
  agency: AgencyCode,
  at: Instant,
): Promise<{ readonly own: CalendarSource | undefined; readonly inherited: CalendarSource | undefined }> {
  const own = await sourceOf(agency);
  let superior = await above(agency, at);
  while (superior) {
    const inherited = await sourceOf(superior);
    // The province is the top of inheritance: the Government's office keeps its own.
    if (inherited) return own?.agency === superior ? { own, inherited: undefined } : { own, inherited };
    superior = await above(superior, at);
  }
  return { own, inherited: undefined };
}

async function sourceOf(agency: AgencyCode): Promise<CalendarSource | undefined> {
  const stored = await CalendarModel.findById(agency).lean();
  return stored ? { agency, entries: stored.entries } : undefined;
}

async function above(agency: AgencyCode, at: Instant): Promise<AgencyCode | undefined> {
  const found = await AgencyModel.findById(agency).lean();
  return found ? superiorOf(found, at) : undefined;
}
