import type { EnteredChange } from '../../store/calendars/calendar.model.ts';
import type { CivilDate, Slot, Weekday } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dayOf, weekdayOf } from '../../workflows/rules/working-time/days.ts';
import type { NamedDay } from '../../workflows/rules/working-time/named-days.ts';
import type { Visit } from '../http/define-route.ts';

type T = Visit['t'];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** `07:30–11:30, 13:30–17:00`. */
export function slotsText(slots: readonly Slot[], t: T): string {
  return slots.length === 0
    ? t('admin:calendar.closed')
    : slots.map(({ from, to }) => `${minuteText(from)}–${minuteText(to)}`).join(', ');
}

function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** What a day is instead of an ordinary one. */
export function kindWords({ kind, hours }: Pick<NamedDay, 'kind' | 'hours'>, t: T): string {
  if (kind === 'off') return t('admin:what.off');
  const as = typeof hours === 'number' ? t(`admin:weekday.${hours}`) : slotsText(hours ?? [], t);
  return t('admin:calendar.workedAs', { as });
}

const SHOWN = 8;

/** What an entry changes, in words; of a long list only how much it is. */
export function changesOf(
  { daysOff = {}, workedDays = {}, ordinaryDays = [] }: EnteredChange,
  t: T,
): readonly string[] {
  const off = Object.entries(daysOff).map(
    ([date, name]) => `${dateWords(date, t)}: ${t('admin:what.off')}, ${name}`,
  );
  const worked = Object.entries(workedDays).map(
    ([date, hours]) => `${dateWords(date, t)}: ${kindWords({ kind: 'worked', hours }, t)}`,
  );
  const ordinary = ordinaryDays.map((date) => `${dateWords(date, t)}: ${t('admin:what.ordinary')}`);
  const all = [...off, ...worked, ...ordinary];
  if (all.length <= SHOWN) return all;
  return [t('admin:calendar.manyDays', { off: off.length, worked: worked.length + ordinary.length })];
}

function dateWords(date: CivilDate, t: T): string {
  return `${t(`admin:weekday.${weekdayOf(dayOf(date))}`)} ${formatDate(date)}`;
}
