import type { z } from 'zod';
import type { EnteredChange } from '../../store/calendars/calendar.model.ts';
import { addCalendarEntry } from '../../store/calendars/calendar.repository.ts';
import { calendarFrom, calendarUsers, sourcesOf } from '../../store/calendars/calendar.view.ts';
import { dispatchesDueFrom } from '../../store/calendars/open-work.view.ts';
import { dateOf, dayOf, yearIn } from '../../workflows/rules/working-time/days.ts';
import { calendarFaults } from '../../workflows/rules/working-time/faults.ts';
import { dayAt, instantAt } from '../../workflows/rules/working-time/zone.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { adminPaths } from './admin.paths.ts';
import { movesOf, withEntry } from './calendar-moves.ts';
import { calendarPage } from './calendar.presenter.ts';
import type { Change, changeInput, publishInput, Typed, yearInput } from './calendar.schema.ts';
import { changePage, previewPage } from './change.presenter.ts';

type Asked<Input> = Visit<Input, 'admin.calendar'>;

/** The first so many dispatches are looked at before a change: enough to see what it does. */
const LOOKED_AT = 100;

/** The calendar of the agency through a year. */
export async function showCalendar({
  input,
  actor,
  now,
  t,
}: Asked<z.output<typeof yearInput>>): Promise<Result> {
  const sources = await sourcesOf(actor.agency, now);
  const calendar = calendarFrom(sources, now);
  const year = input.year ?? yearIn(dateOf(dayAt(calendar, now)));
  return calendarPage({ own: actor.agency, sources, calendar, year, now, t });
}

/** The form of a change. */
export function showChange({ input, t }: Asked<Typed>): Result {
  return changePage(input, t);
}

/** Which deadlines a change would move (T-12), by the decider's own dry run. */
export async function previewChange(visit: Asked<z.output<typeof changeInput>>): Promise<Result> {
  const { input, actor, now, t } = visit;
  const entry = entryOf(input, visit);
  const sources = await sourcesOf(actor.agency, now);
  const faults = calendarFaults(calendarFrom(withEntry(sources, actor.agency, entry), now));
  if (faults[0])
    return { kind: 'invalid', errors: [{ field: '', message: t(`admin:fault.${faults[0].fault}`) }] };
  const calendar = calendarFrom(sources, now);
  const first = input.lines.map(({ from }) => from).sort()[0] ?? '';
  const users = await calendarUsers(actor.agency, now);
  const concerned = await dispatchesDueFrom(users, instantAt(calendar, dayOf(first), 0));
  const looked = concerned.slice(0, LOOKED_AT);
  const moves = await movesOf(looked, actor.agency, entry, visit);
  return previewPage({
    ...{ change: input, entry, version: calendar.version, moves, t },
    ...{ looked: looked.length, concerned: concerned.length },
  });
}

/** Enters the change; what follows from it was started before, so that it is never forgotten. */
export async function publishChange(visit: Asked<z.output<typeof publishInput>>): Promise<Result> {
  const { input, actor, now, key, deps, t } = visit;
  const sources = await sourcesOf(actor.agency, now);
  const seen = sources.own?.entries ?? [];
  const isMine = seen.some((entry) => entry.key === key);
  const stale = { kind: 'invalid', errors: [{ field: '', message: t('admin:preview.stale') }] } as const;
  if (!isMine && calendarFrom(sources, now).version !== input.version) return stale;
  await deps.cases.recalculate(actor.agency, key);
  if (!(await addCalendarEntry(actor.agency, { ...entryOf(input, visit), key }, seen.length))) return stale;
  const text = t('admin:change.done', { version: input.version + 1 });
  const year = input.lines[0]?.from.slice(0, 4) ?? '';
  return { kind: 'redirect', to: `${adminPaths.calendar}?year=${year}`, flash: { tone: 'success', text } };
}

function entryOf(
  { note, lines }: Change,
  { now, actor }: Pick<Asked<unknown>, 'now' | 'actor'>,
): EnteredChange {
  const days = lines.flatMap((line) =>
    Array.from({ length: dayOf(line.to) - dayOf(line.from) + 1 }, (_, past) => ({
      ...line,
      date: dateOf(dayOf(line.from) + past),
    })),
  );
  const of = (what: Change['lines'][number]['what']) => days.filter((day) => day.what === what);
  return {
    ...{ enteredAt: now, note, by: `${actor.name}, ${actor.title}` },
    daysOff: Object.fromEntries(of('off').map(({ date, name }) => [date, name || note])),
    workedDays: Object.fromEntries(of('worked').map(({ date, hours }) => [date, hours])),
    ordinaryDays: of('ordinary').map(({ date }) => date),
  };
}
