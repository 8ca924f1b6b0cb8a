import { calendarOf } from '../../store/calendars/calendar.view.ts';
import { countIncoming, incomingOf, seesRegister, type Stage } from '../../store/registers/incoming.view.ts';
import { type RegisterPart, registerLines } from '../../store/registers/register.view.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Calendar, CivilDate } from '../../workflows/rules/working-time/calendar.ts';
import { dateOf, dayOf, yearIn } from '../../workflows/rules/working-time/days.ts';
import { dayAt, instantAt } from '../../workflows/rules/working-time/zone.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { PAGE_SIZE, registerModel } from './incoming.presenter.ts';
import type { IncomingFilter, Tab } from './registers.schema.ts';
import { stageModel } from './stage.presenter.ts';

/** How many days back what is done is listed where nothing is searched. */
const DONE_DAYS = 90;

type Asked = Visit<IncomingFilter, 'dispatch.act'>;

/** Văn bản đến: one stage of what arrives, or the register itself. */
export async function showIncoming(visit: Asked): Promise<Result> {
  const { actor, input, now, t } = visit;
  const calendar = await calendarOf(actor.agency, now);
  const tab = tabFor(actor, input.tab);
  const counts = await countsOf(actor);
  const shown = {
    actor,
    tab,
    counts,
    filter: { ...input, year: yearOf(input, calendar, now) },
    calendar,
    now,
  };
  const skip = (input.page - 1) * PAGE_SIZE;
  const title = t('registers:title');
  // One line more than a page tells whether there is a next one.
  if (tab === 'register') {
    const lines = await registerLines(partOf(shown.filter, actor, calendar), skip, PAGE_SIZE + 1);
    return { kind: 'page', view: 'registers/register', title, model: registerModel(shown, lines, visit) };
  }
  const since = tab === 'done' ? doneSince(input, calendar, now) : undefined;
  const bounds = arrivalBounds({ ...input, ...(since !== undefined && { arrivedFrom: since }) }, calendar);
  const dispatches = await incomingOf(
    actor,
    { stage: tab, ...bounds, text: input.text },
    skip,
    PAGE_SIZE + 1,
  );
  const model = stageModel(shown, dispatches, since, visit);
  return { kind: 'page', view: 'registers/stage', title, model };
}

/** Which lines of the register a filter means. */
export function partOf(
  { register, year, from, to, text, ...dates }: IncomingFilter & { readonly year: number },
  { agency }: Actor,
  calendar: Calendar,
): RegisterPart {
  return { agency, register, year, from, to, text, ...arrivalBounds(dates, calendar) };
}

/** The year that was asked for, else the present one. */
export function yearOf({ year }: Pick<IncomingFilter, 'year'>, calendar: Calendar, now: number): number {
  return year ?? yearIn(dateOf(dayAt(calendar, now)));
}

function arrivalBounds(
  { arrivedFrom, arrivedTo }: Pick<IncomingFilter, 'arrivedFrom' | 'arrivedTo'>,
  calendar: Calendar,
) {
  return {
    arrivedFrom: arrivedFrom === undefined ? undefined : instantAt(calendar, dayOf(arrivedFrom), 0),
    arrivedBefore: arrivedTo === undefined ? undefined : instantAt(calendar, dayOf(arrivedTo) + 1, 0),
  };
}

/** The day from which on what is done is listed; everything where something is searched. */
function doneSince(
  { text, arrivedFrom, arrivedTo }: IncomingFilter,
  calendar: Calendar,
  now: number,
): CivilDate | undefined {
  const searched = text !== undefined || arrivedFrom !== undefined || arrivedTo !== undefined;
  return searched ? undefined : dateOf(dayAt(calendar, now) - DONE_DAYS);
}

/** Without a tab it opens on what the post has to do. */
function tabFor(actor: Actor, asked: Tab | undefined): Tab {
  if (asked === 'register' && !seesRegister(actor)) return 'working';
  if (asked) return asked;
  if (actor.roles.includes('clerk')) return 'toRegister';
  return actor.roles.includes('chiefOfOffice') ? 'toPresent' : 'working';
}

async function countsOf(actor: Actor): Promise<Readonly<Partial<Record<Stage, number>>>> {
  const stages: readonly Stage[] = ['toRegister', 'toPresent', 'working'];
  const counted = await Promise.all(
    stages.map(async (stage) => [stage, await countIncoming(actor, stage)] as const),
  );
  return Object.fromEntries(counted);
}
