import type { Calendar, Slot } from './calendar.ts';
import { isCivilDate } from './days.ts';
import { MINUTES_PER_DAY } from './zone.ts';

export interface CalendarFault {
  readonly fault:
    | 'noWeeklyHours'
    | 'badSlot'
    | 'overlappingSlots'
    | 'badDate'
    | 'offAndWorked'
    | 'noZone'
    | 'unsortedZone';
  /** The weekday, date or position in the zone table; absent when it is the whole calendar. */
  readonly where?: string;
}

/** What is wrong with a calendar, named so that a form can show it before the calendar is published (T-3). */
export function calendarFaults(calendar: Calendar): CalendarFault[] {
  const { weekly, daysOff, workedDays } = calendar;
  const hours = [...Object.entries(weekly), ...Object.entries(workedDays)];
  const dates = [...daysOff, ...Object.keys(workedDays)];
  const hasHours = Object.values(weekly).some((slots) => slots.length > 0);
  return [
    ...(hasHours ? [] : [{ fault: 'noWeeklyHours' as const }]),
    ...hours.flatMap(([where, slots]) => (typeof slots === 'number' ? [] : slotFaults(slots, where))),
    ...dates.filter((date) => !isCivilDate(date)).map((where) => ({ fault: 'badDate' as const, where })),
    ...daysOff
      .filter((date) => date in workedDays)
      .map((where) => ({ fault: 'offAndWorked' as const, where })),
    ...zoneFaults(calendar.zone),
  ];
}

function slotFaults(slots: readonly Slot[], where: string): CalendarFault[] {
  return slots.flatMap(({ from, to }, position): CalendarFault[] => {
    const inDay = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= MINUTES_PER_DAY;
    if (!inDay || from >= to) return [{ fault: 'badSlot', where }];
    const before = slots[position - 1];
    return before && from < before.to ? [{ fault: 'overlappingSlots', where }] : [];
  });
}

function zoneFaults(zone: Calendar['zone']): CalendarFault[] {
  if (zone.length === 0) return [{ fault: 'noZone' }];
  return zone.flatMap(({ from }, position): CalendarFault[] => {
    const before = zone[position - 1];
    return before && from <= before.from ? [{ fault: 'unsortedZone', where: String(position) }] : [];
  });
}
