import type { CivilDate, Instant } from './calendar.ts';

/** How a deadline was asked for, in the words of flows.md §1. */
export type DueRule =
  /** N ngày làm việc (T-4), or "trong ngày" for 0 (T-5). */
  | { readonly kind: 'workingDays'; readonly days: number }
  /** N giờ/phút làm việc (T-6). */
  | { readonly kind: 'workingMinutes'; readonly minutes: number }
  /** Real minutes, all hours and days: hỏa tốc (T-9). */
  | { readonly kind: 'realMinutes'; readonly minutes: number }
  /** N ngày, calendar days (T-7). */
  | { readonly kind: 'days'; readonly days: number }
  /** N tháng (T-7). */
  | { readonly kind: 'months'; readonly months: number }
  /** Trước ngày D (T-8). */
  | { readonly kind: 'before'; readonly date: CivilDate }
  /** Chậm nhất / đến hết ngày D (T-8). */
  | { readonly kind: 'byEndOf'; readonly date: CivilDate }
  /** Trong tháng M (T-8); month 1–12. */
  | { readonly kind: 'inMonth'; readonly year: number; readonly month: number }
  /** An instant given by hand. */
  | { readonly kind: 'at'; readonly instant: Instant };

/** What the levels are counted in: by the day, in working minutes, or in real minutes (T-9). */
export type DeadlineUnit = 'day' | 'workingMinute' | 'realMinute';

export interface Deadline {
  readonly due: Instant;
  readonly unit: DeadlineUnit;
  /** The rule and the instant it was counted from: kept so that a calendar change can recompute it (T-12). */
  readonly rule: DueRule;
  readonly from: Instant;
  readonly calendarVersion: number;
}
