import type { Dispatch } from '../../store/dispatches/dispatch.model.ts';
import { seesRegister } from '../../store/registers/incoming.view.ts';
import type { RegisterLine } from '../../store/registers/register-line.model.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { remainingInWords } from '../../workflows/rules/working-time/words.ts';
import { actPath, dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import { lineColumns } from './columns.ts';
import { registersPaths } from './registers.paths.ts';
import { type IncomingFilter, REGISTERS, type Tab, TABS } from './registers.schema.ts';

export const PAGE_SIZE = 50;

type Words = Pick<Visit, 't' | 'locale'>;

interface Shown {
  readonly actor: Actor;
  readonly tab: Tab;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
  readonly filter: IncomingFilter & { readonly year: number };
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** One stage of what arrived. */
export function incomingModel(shown: Shown, found: readonly Dispatch[], words: Words) {
  const { t } = words;
  return {
    ...around(shown, found.length, words),
    dispatches: found.slice(0, PAGE_SIZE).map((dispatch) => stageLine(dispatch, shown, words)),
    empty: t(`registers:empty.${shown.tab}`),
    waits: shown.tab === 'toRegister' || shown.tab === 'toPresent',
  };
}

/** A page of the register, with the columns of PL IV. */
export function registerModel(shown: Shown, found: readonly RegisterLine[], words: Words) {
  const { t } = words;
  const { register, year, from, to } = shown.filter;
  const printed = query({ register, year, from, to });
  return {
    ...around(shown, found.length, words),
    lines: found
      .slice(0, PAGE_SIZE)
      .map((line) => ({ ...lineColumns(line, t), href: dispatchPath(line.dispatch) })),
    empty: t('registers:empty.register'),
    print: `${registersPaths.print}${printed}`,
  };
}

function around(shown: Shown, found: number, { t }: Words) {
  const { actor, tab, counts, filter } = shown;
  const tabs = TABS.filter((one) => one !== 'register' || seesRegister(actor));
  return {
    tabs: tabs.map((one) => ({
      ...{ name: t(`registers:tab.${one}`), href: `${registersPaths.incoming}${query({ tab: one })}` },
      ...{
        count: counts[one],
        counted: counts[one] !== undefined,
        none: counts[one] === 0,
        current: one === tab,
      },
    })),
    tab,
    filter: {
      ...{ text: filter.text, year: filter.year, from: filter.from, to: filter.to },
      arrivedFrom: filter.arrivedFrom && formatDate(filter.arrivedFrom),
      arrivedTo: filter.arrivedTo && formatDate(filter.arrivedTo),
    },
    registers: REGISTERS.map((register) => ({
      ...{
        value: register,
        label: t(`registers:register.${register}`),
        chosen: register === filter.register,
      },
    })),
    paths: registersPaths,
    canEnter: actor.roles.includes('clerk'),
    pages: pagesOf(shown, found, t),
  };
}

function pagesOf({ filter, tab }: Shown, found: number, t: Words['t']) {
  const { page, arrivedFrom, arrivedTo, ...rest } = filter;
  const at = (number: number) => {
    const dates = {
      arrivedFrom: arrivedFrom && formatDate(arrivedFrom),
      arrivedTo: arrivedTo && formatDate(arrivedTo),
    };
    return `${registersPaths.incoming}${query({ ...rest, ...dates, tab, page: number })}`;
  };
  const first = (page - 1) * PAGE_SIZE;
  return {
    ...(page > 1 && { previous: at(page - 1) }),
    ...(found > PAGE_SIZE && { next: at(page + 1) }),
    position: t('registers:position', {
      from: first + Math.min(1, found),
      to: first + Math.min(found, PAGE_SIZE),
    }),
  };
}

function stageLine(dispatch: Dispatch, { actor, calendar, now }: Shown, { t, locale }: Words) {
  const { _id, status, priority, arrivedAt, number } = dispatch;
  const next = nextAct(dispatch, actor);
  return {
    ...{ href: dispatchPath(_id), arrivedAt, author: dispatch.author, subject: dispatch.subject },
    code: `${dispatch.codeNumber}/${dispatch.codeNotation}`,
    issuedOn: formatDate(dispatch.issuedOn),
    ...(number !== undefined && { number: t('registers:number', { number }) }),
    ...(priority > 0 && { urgency: t(`dispatches:priority.${priority}`) }),
    ...(dispatch.source === 'paper' && { source: t('registers:source.paper') }),
    status: t(`dispatches:status.${status}`),
    assignees: dispatch.assignees.join('; '),
    ...(next && { act: { href: actPath(_id, next), verb: t(`registers:act.${next}`) } }),
    deadline: deadlineOf(dispatch, calendar, now, locale),
  };
}

/** The running limit before work is assigned, the settlement deadline after. */
function deadlineOf(
  { limits, dueAt, priority, completedAt }: Dispatch,
  calendar: Calendar,
  now: Instant,
  locale: Words['locale'],
) {
  const at = limits[0]?.dueAt ?? dueAt;
  if (at === undefined || completedAt !== undefined) return undefined;
  // Hỏa tốc counts in real time (T-9).
  const unit = priority >= 3 ? 'realMinute' : 'day';
  return {
    at,
    words: remainingInWords(calendar, { due: at, unit }, now, locale),
    tone: now > at ? 'late' : 'calm',
  };
}

function nextAct({ status }: Dispatch, { roles }: Actor): 'register' | 'present' | undefined {
  if (status === 'arrived' && roles.includes('clerk')) return 'register';
  const presents = roles.includes('clerk') || roles.includes('chiefOfOffice');
  return status === 'registered' && presents ? 'present' : undefined;
}

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  );
  return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}
