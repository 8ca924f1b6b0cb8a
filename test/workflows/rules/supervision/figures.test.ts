import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowState } from '../../../../workflows/rules/dispatch/row.ts';
import {
  type CountedRow,
  figureOf,
  figuresOf,
  isDueSoon,
  nextDayClose,
  type Period,
  rateOnTime,
} from '../../../../workflows/rules/supervision/figures.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';

const due = at('2026-03-12 17:00');
const march: Period = {
  asOf: at('2026-03-20 10:00'),
  from: at('2026-03-01 00:00'),
  to: at('2026-04-01 00:00'),
};

function row(but: Partial<CountedRow> = {}): CountedRow {
  return { open: true, state: 'pending', assignedAt: at('2026-03-09 08:00'), dueAt: due, ...but };
}

function finished(finishedAt: number, but: Partial<CountedRow> = {}): CountedRow {
  return row({ open: false, state: 'completed', finishedAt, ...but });
}

const seen = (asOf: number): Period => ({ ...march, asOf });

describe('V-1', () => {
  it.each([
    ['at the due instant in time', row(), seen(due), 'openInTime'],
    ['a millisecond later late', row(), seen(due + 1), 'openLate'],
    ['forwarded still open, and late', row({ state: 'forwarded' }), march, 'openLate'],
    ['come back open', row({ state: 'cameBack' }), march, 'openLate'],
    ['suspended neither late nor in time', row({ state: 'suspended' }), march, 'suspended'],
    ['finished at the due instant on time', finished(due), march, 'finishedOnTime'],
    ['finished a millisecond later late', finished(due + 1), march, 'finishedLate'],
    ['returned apart', finished(due + 1, { state: 'returned' }), march, 'returned'],
    ['withdrawn apart', finished(due + 1, { state: 'withdrawn' }), march, 'withdrawn'],
    ['finished after the instant still open', finished(due + 2), seen(due + 1), 'openLate'],
    ['assigned after the instant not there', row({ assignedAt: march.asOf + 1 }), march, undefined],
    ['finished in another month not there', finished(at('2026-02-28 23:59')), march, undefined],
    ['closed without being finished not there', row({ open: false }), march, undefined],
  ])('counts %s', (_words, counted, period, figure) => {
    expect(figureOf(counted, period)).toBe(figure);
  });

  it('counts apart what has no deadline, open or finished', () => {
    const free: CountedRow = { open: true, state: 'pending', assignedAt: due - 1 };
    const done: CountedRow = { ...free, open: false, state: 'completed', finishedAt: due };
    expect([figureOf(free, march), figureOf(done, march)]).toEqual(['noDeadline', 'noDeadline']);
  });

  it('finds soon what ends with the next working day, over a weekend', () => {
    const friday = at('2026-03-13 09:00');
    const horizon = nextDayClose(fixtureCalendar, friday);
    expect(horizon).toBe(at('2026-03-16 17:00'));
    const soon = (dueAt: number) => isDueSoon(row({ dueAt }), friday, horizon);
    expect([friday - 1, friday, horizon, horizon + 1].map(soon)).toEqual([false, true, true, false]);
  });

  it('rates on time finished against all that should have been', () => {
    const rows = [
      finished(due),
      finished(due - 1),
      finished(due + 1),
      row(),
      finished(due, { state: 'returned' }),
    ];
    expect(rateOnTime(figuresOf(rows, march, march.asOf))).toBe(0.5);
    expect(rateOnTime(figuresOf([], march, march.asOf))).toBeUndefined();
  });
});

/** The formula once more, as a person with a list and a pencil would do it. */
function byHand(rows: readonly CountedRow[], { asOf, from, to }: Period) {
  const there = rows.filter(({ assignedAt }) => assignedAt <= asOf);
  const doneBy = (one: CountedRow) => one.finishedAt !== undefined && one.finishedAt <= asOf;
  const open = there.filter((one) => !doneBy(one) && (one.open || one.finishedAt !== undefined));
  const done = there.filter(
    (one) => doneBy(one) && Number(one.finishedAt) >= from && Number(one.finishedAt) < to,
  );
  const apart = (state: RowState) => done.filter((one) => one.state === state).length;
  const completed = done.filter(({ state }) => state !== 'returned' && state !== 'withdrawn');
  const running = open.filter(({ state }) => state !== 'suspended');
  const count = (of: readonly CountedRow[], test: (one: CountedRow & { dueAt: number }) => boolean) =>
    of.filter((one) => one.dueAt !== undefined && test(one as CountedRow & { dueAt: number })).length;
  return {
    finishedOnTime: count(completed, (one) => Number(one.finishedAt) <= one.dueAt),
    finishedLate: count(completed, (one) => Number(one.finishedAt) > one.dueAt),
    openLate: count(running, (one) => one.dueAt < asOf),
    openInTime: count(running, (one) => one.dueAt >= asOf),
    noDeadline: [...completed, ...running].filter(({ dueAt }) => dueAt === undefined).length,
    suspended: open.length - running.length,
    returned: apart('returned'),
    withdrawn: apart('withdrawn'),
    oldest: open.length === 0 ? undefined : Math.min(...open.map(({ assignedAt }) => assignedAt)),
  };
}

const instant = fc.integer({ min: 0, max: 40 });
const openState = fc.constantFrom<RowState>('pending', 'forwarded', 'cameBack', 'suspended');
const endState = fc.constantFrom<RowState>('completed', 'returned', 'withdrawn');
const deadline = fc.oneof(fc.record({ dueAt: instant }), fc.constant({}));
const anyRow: fc.Arbitrary<CountedRow> = fc
  .oneof(
    fc.tuple(fc.record({ open: fc.boolean(), state: openState, assignedAt: instant }), deadline),
    fc.tuple(
      fc.record({ open: fc.constant(false), state: endState, assignedAt: instant, finishedAt: instant }),
      deadline,
    ),
  )
  .map(([base, rest]) => ({ ...base, ...rest }));

describe('the figures', () => {
  it('agree with counting by hand, on random rows, and every row stands in one place', () => {
    fc.assert(
      fc.property(fc.array(anyRow), instant, instant, instant, (rows, asOf, from, length) => {
        const period = { asOf, from, to: from + length };
        const { dueSoon, ...figures } = figuresOf(rows, period, asOf + 3);
        expect(figures).toEqual(byHand(rows, period));
        expect(dueSoon).toBeLessThanOrEqual(figures.openInTime);
      }),
    );
  });
});
