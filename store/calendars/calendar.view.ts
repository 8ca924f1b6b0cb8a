import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { calendarInForce } from '../../workflows/rules/working-time/versions.ts';
import { AgencyModel } from '../organisation/agency.model.ts';
import { superiorOf } from '../organisation/organisation.view.ts';
import { CalendarModel, type EnteredChange } from './calendar.model.ts';

/** What one agency entered, in order. */
export interface EnteredCalendar {
  readonly agency: AgencyCode;
  readonly entries: readonly EnteredChange[];
}

/** What an agency entered itself, and the whole calendar that it inherits. */
export interface Sources {
  readonly own: EnteredCalendar | undefined;
  readonly inherited: EnteredCalendar | undefined;
}

/** The calendar of an agency as entered up to an instant: its own entries over those it inherits (T-3). */
export async function calendarOf(agency: AgencyCode, at: Instant): Promise<Calendar> {
  return calendarFrom(await sourcesOf(agency, at), at);
}

/** The calendar that sources make. */
export function calendarFrom({ own, inherited }: Sources, at: Instant): Calendar {
  if (inherited) return calendarInForce(inherited, own, at);
  if (own) return calendarInForce(own, undefined, at);
  throw new Error('An agency without a calendar, and none above it');
}

/** An agency with a whole calendar of its own inherits none; another inherits the nearest whole one above it. */
export async function sourcesOf(agency: AgencyCode, at: Instant): Promise<Sources> {
  const own = await sourceOf(agency);
  if (isWhole(own)) return { own, inherited: undefined };
  let superior = await above(agency, at);
  while (superior) {
    const inherited = await sourceOf(superior);
    // What an agency in between changed for itself is not for those below it.
    if (isWhole(inherited)) return { own, inherited };
    superior = await above(superior, at);
  }
  return { own, inherited: undefined };
}

/** The agencies whose working time a calendar makes: the agency itself and those that inherit it (T-3). */
export async function calendarUsers(agency: AgencyCode, at: Instant): Promise<readonly AgencyCode[]> {
  if (!isWhole(await sourceOf(agency))) return [agency];
  const [agencies, calendars] = await Promise.all([
    AgencyModel.find().sort({ _id: 1 }).lean(),
    CalendarModel.find().lean(),
  ]);
  const byCode = new Map(agencies.map((one) => [one._id, one]));
  const whole = new Set(calendars.filter(isWhole).map(({ _id }) => _id));
  const wholeOf = (code: AgencyCode): AgencyCode | undefined => {
    if (whole.has(code)) return code;
    const found = byCode.get(code);
    const superior = found && superiorOf(found, at);
    return superior && wholeOf(superior);
  };
  return agencies.map(({ _id }) => _id).filter((code) => wholeOf(code) === agency);
}

/** Whether a change was entered under this key. */
export async function isEntered(agency: AgencyCode, key: string): Promise<boolean> {
  return (await CalendarModel.exists({ _id: agency, 'entries.key': key })) !== null;
}

/** A whole calendar says in which zone it counts; what only changes days does not. */
function isWhole(source: Pick<EnteredCalendar, 'entries'> | undefined): boolean {
  return source?.entries.some(({ zone }) => zone !== undefined) ?? false;
}

async function sourceOf(agency: AgencyCode): Promise<EnteredCalendar | undefined> {
  const stored = await CalendarModel.findById(agency).lean();
  return stored ? { agency, entries: stored.entries } : undefined;
}

async function above(agency: AgencyCode, at: Instant): Promise<AgencyCode | undefined> {
  const found = await AgencyModel.findById(agency).lean();
  return found ? superiorOf(found, at) : undefined;
}
