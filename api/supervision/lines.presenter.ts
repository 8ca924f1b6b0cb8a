import type { InboxLine } from '../../store/dispatches/row.model.ts';
import type { Reminder } from '../../store/supervision/reminders.view.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import { figureOf, isDueSoon } from '../../workflows/rules/supervision/figures.ts';
import type { Calendar } from '../../workflows/rules/working-time/calendar.ts';
import { formatInstant } from '../../workflows/rules/working-time/date-text.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import type { Locale } from '../http/i18n.ts';
import type { Look } from './look.ts';

/** What the lines of a list are shown with. */
export interface Around {
  readonly look: Look;
  readonly own: AgencyCode;
  readonly reminders: ReadonlyMap<string, readonly Reminder[]>;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly agencyNames: ReadonlyMap<string, string>;
  /** Lateness is counted by the calendar of the agency that holds the row (P-9). */
  readonly calendars: ReadonlyMap<AgencyCode, Calendar>;
  readonly t: Visit['t'];
  readonly locale: Locale;
}

/** One row of a list as a supervisor reads it. */
export function lineOf(line: InboxLine, around: Around) {
  const { look, own, t } = around;
  const mine = line.agency === own;
  const unit = line.unit ? around.unitNames.get(line.unit) : undefined;
  const agency = around.agencyNames.get(line.agency);
  return {
    code: line.code,
    subject: line.subject,
    number: line.number,
    href: mine ? dispatchPath(line.dispatch) : undefined,
    // Of another agency only the unit is known, never the person.
    holder: mine ? line.holder : (agency ?? line.agency),
    unit: unit === line.holder ? undefined : unit,
    work: line.limit ? t(`supervision:limit.${line.limit}`) : t(`supervision:role.${line.role}`),
    state: stateWords(line, look, t),
    assignedBy: mine ? line.assignedBy : '',
    assignedAt: line.assignedAt,
    due: line.dueAt,
    ...dueWords(line, around),
    reminders: remindersOf(line, mine, around),
  };
}

function stateWords(line: InboxLine, { period }: Look, t: Visit['t']): string {
  const { finishedAt } = line;
  if (finishedAt === undefined) return t(`supervision:state.${line.state}`);
  // What it was in before it was finished, the row does not tell.
  return t(finishedAt > period.asOf ? 'supervision:wasOpen' : `supervision:state.${line.state}`);
}

/** How late or early, in working time (V-1, T-9). */
function dueWords(line: InboxLine, { look, calendars, t, locale }: Around) {
  const { dueAt, dueUnit, finishedAt } = line;
  const calendar = calendars.get(line.agency) ?? look.calendar;
  const figure = figureOf(line, look.period);
  if (dueAt === undefined || figure === 'suspended' || figure === 'returned' || figure === 'withdrawn') {
    return { words: '', tone: 'calm' };
  }
  if (figure === 'finishedOnTime') return { words: t('supervision:onTime'), tone: 'calm', finishedAt };
  const deadline = { due: dueAt, unit: dueUnit ?? 'day' };
  const late = figure === 'finishedLate';
  const until = late && finishedAt !== undefined ? finishedAt : look.period.asOf;
  const soon = isDueSoon(line, look.period.asOf, look.horizon) ? 'near' : 'calm';
  const words = remainingInWords(calendar, deadline, until, locale);
  return {
    words,
    tone: late || figure === 'openLate' ? 'late' : soon,
    finishedAt: late ? finishedAt : undefined,
  };
}

function remindersOf(line: InboxLine, mine: boolean, { reminders, look, t }: Around): readonly string[] {
  return (reminders.get(line._id) ?? []).map(({ level, at, people }) => {
    const words = t(`supervision:level.${level}`, { at: formatInstant(look.calendar, at) });
    return mine ? `${words}: ${namesOf(people, t)}` : words;
  });
}

/** At most so many names stand in a line. */
const NAMED = 3;

function namesOf(people: readonly string[], t: Visit['t']): string {
  const names = people.slice(0, NAMED).join(', ');
  const others = people.length - NAMED;
  return others > 0 ? t('supervision:andOthers', { names, others }) : names;
}
