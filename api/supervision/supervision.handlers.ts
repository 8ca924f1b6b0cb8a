import type { z } from 'zod';
import { calendarOf } from '../../store/calendars/calendar.view.ts';
import type { InboxLine } from '../../store/dispatches/row.model.ts';
import { remindersOf } from '../../store/supervision/reminders.view.ts';
import { linesOf, supervisedRows } from '../../store/supervision/rows.view.ts';
import { oversightOf, unitNames } from '../../store/supervision/scope.view.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import type { Around } from './lines.presenter.ts';
import { countOf, mostUrgent, talliesOf } from './count.ts';
import { behind, type Look, lookAt, scopeOf } from './look.ts';
import { overviewPage, type Shown, tierPage } from './overview.presenter.ts';
import { PAGE_LENGTH, rowsPage } from './rows.presenter.ts';
import type { Selection } from './supervision.paths.ts';
import type { overviewInput, rowsInput, tierInput } from './supervision.schema.ts';

type Asked<Schema extends z.ZodType> = Visit<z.output<Schema>, 'supervise'>;

/** What is late now and what will be late next, by unit and person, and for monitors by tier. */
export async function showOverview(visit: Asked<typeof overviewInput>): Promise<Result> {
  const { input, actor } = visit;
  const look = await lookOf(visit);
  const scope = scopeOf(actor, look, input);
  if (!scope) return { kind: 'notFound' };
  const below = input.unit === undefined ? look.oversight.below.map(({ _id }) => _id) : [];
  const [count, rowsBelow] = await Promise.all([
    countOf(scope, look, input.unit === undefined ? ['unit'] : ['person', 'holder']),
    below.length > 0 ? talliesOf({ agencies: below }, look, ['agency']) : [],
  ]);
  const shown = await shownOf([...count.late, ...count.soon], look, visit);
  return overviewPage({ ...shown, ...count, rowsBelow, unit: input.unit });
}

/** The agencies of one tier below. */
export async function showTier(visit: Asked<typeof tierInput>): Promise<Result> {
  const look = await lookOf(visit);
  const scope = scopeOf(visit.actor, look, visit.input);
  if (!scope) return { kind: 'notFound' };
  const rows = await talliesOf(scope, look, ['agency']);
  return tierPage({ ...(await shownOf([], look, visit)), rows, tier: visit.input.tier });
}

/** The dispatches behind one number. */
export async function showRows(visit: Asked<typeof rowsInput>): Promise<Result> {
  const { input } = visit;
  const look = await lookOf(visit);
  const scope = scopeOf(visit.actor, look, input);
  if (!scope) return { kind: 'notFound' };
  const all = mostUrgent(behind(await supervisedRows(scope, look.period), look, input), input.figure);
  const start = (input.page - 1) * PAGE_LENGTH;
  const page = all.slice(start, start + PAGE_LENGTH).map(({ _id }) => _id);
  const shown = await shownOf(page, look, visit);
  return rowsPage({ ...shown, selection: input, figure: input.figure, count: all.length, start });
}

async function lookOf({
  actor,
  now,
  input,
}: Visit<Pick<Selection, 'asOf' | 'month'>, 'supervise'>): Promise<Look> {
  const [oversight, calendar] = await Promise.all([oversightOf(actor, now), calendarOf(actor.agency, now)]);
  return lookAt(oversight, calendar, now, input);
}

/** Everything that lines are shown with. */
async function shownOf(
  ids: readonly string[],
  look: Look,
  { actor, now, t, locale }: Visit<unknown, 'supervise'>,
): Promise<Shown> {
  const lines = await linesOf(ids);
  const [reminders, names, calendars] = await Promise.all([
    remindersOf(lines, look.period.asOf),
    unitNames(lines.flatMap(({ unit }) => unit ?? [])),
    calendarsOf(lines, now),
  ]);
  const { units, below } = look.oversight;
  const around: Around = {
    ...{ look, own: actor.agency, reminders, calendars, t, locale },
    unitNames: new Map([...names, ...units.map(({ _id, name }) => [_id, name] as const)]),
    agencyNames: new Map(below.map(({ _id, shortName }) => [_id, shortName])),
  };
  return { around, actor, lines: new Map(lines.map((line) => [line._id, line])) };
}

async function calendarsOf(lines: readonly InboxLine[], now: number): Promise<Around['calendars']> {
  const agencies = [...new Set(lines.map(({ agency }) => agency))];
  return new Map(
    await Promise.all(agencies.map(async (agency) => [agency, await calendarOf(agency, now)] as const)),
  );
}
