/** Milliseconds since 1970-01-01T00:00Z. Always UTC; a zone enters only through a calendar. */
export type Instant = number;

/** A civil date written `YYYY-MM-DD`, without zone. */
export type CivilDate = string;

/** Minutes after local midnight, half-open: a slot [450, 690) is 07:30–11:30 (T-2). */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Offsets from UTC in minutes, each in force from an instant on; sorted. Việt Nam: one line, +420 (T-1). */
export interface ZoneOffset {
  readonly from: Instant;
  readonly minutes: number;
}

/** One agency's working time as plain data, small enough to travel inside a command (T-2, T-3). */
export interface Calendar {
  readonly id: string;
  /** Grows by one with each published change; shown beside every deadline it computed (T-12). */
  readonly version: number;
  readonly zone: readonly ZoneOffset[];
  readonly weekly: Readonly<Partial<Record<Weekday, readonly Slot[]>>>;
  /** Closed days: holidays, compensatory days, local closures. */
  readonly daysOff: readonly CivilDate[];
  /** Days worked although closed by the week, with the hours of the swapped weekday or their own. */
  readonly workedDays: Readonly<Record<CivilDate, Weekday | readonly Slot[]>>;
}
