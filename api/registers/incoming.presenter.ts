import { seesRegister } from '../../store/registers/incoming.view.ts';
import type { RegisterLine } from '../../store/registers/register-line.model.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Calendar, Instant } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { REGISTERS } from '../../workflows/rules/numbering/registers.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import { lineColumns } from './columns.ts';
import { registersPaths } from './registers.paths.ts';
import { type IncomingFilter, type Tab, TABS } from './registers.schema.ts';

export const PAGE_SIZE = 50;

export type Words = Pick<Visit, 't' | 'locale'>;

/** One tab of "Văn bản đến" as it was asked for. */
export interface Shown {
  readonly actor: Actor;
  readonly tab: Tab;
  readonly counts: Readonly<Partial<Record<Tab, number>>>;
  readonly filter: IncomingFilter & { readonly year: number };
  readonly calendar: Calendar;
  readonly now: Instant;
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

/** The tabs, the filter and the pages around a list. */
export function around(shown: Shown, found: number, { t }: Words) {
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

/** The end of an address; what is not set is left out. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  );
  return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}
