import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, disconnect } from '../../../store/connection.ts';
import { type InboxLine, RowModel } from '../../../store/dispatches/row.model.ts';
import {
  firstDue,
  type Place,
  type Scope,
  type SupervisedRow,
  supervisedRows,
} from '../../../store/supervision/rows.view.ts';
import { presentTallies } from '../../../store/supervision/tallies.view.ts';
import type { AgencyCode, UnitId } from '../../../workflows/rules/ids.ts';
import { figureOf, figuresOf, isDueSoon, type Period } from '../../../workflows/rules/supervision/figures.ts';
import { at } from '../../builders/calendar.ts';
import { freshDatabase } from '../../support/database.ts';

beforeAll(() => connect(freshDatabase()));
afterAll(disconnect);

const asOf = at('2026-03-20 10:00');
const horizon = at('2026-03-23 17:00');
const march: Period = { asOf, from: at('2026-03-01 00:00'), to: at('2026-04-01 00:00') };

/** At the instants that V-1 looks at, and a millisecond beside them. */
const instant = fc
  .tuple(fc.constantFrom(asOf, horizon, march.from, at('2026-03-10 17:00')), fc.integer({ min: -1, max: 1 }))
  .map(([of, beside]) => of + beside);
const before = instant.map((one) => Math.min(one, asOf));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const open = fc.record({
  open: fc.constant(true),
  state: fc.constantFrom('pending', 'forwarded', 'cameBack', 'suspended'),
});
const closed = fc.record({
  open: fc.constant(false),
  state: fc.constantFrom('completed', 'completed', 'completed', 'returned', 'withdrawn'),
  finishedAt: maybe(before),
});
const place = { unit: maybe(fc.constant('vx')), person: maybe(fc.constant('trang')) };
const row = fc
  .tuple(
    fc.oneof(open, closed),
    fc.record({ counted: fc.boolean(), assignedAt: before, dueAt: maybe(instant), ...place }),
  )
  .map(([end, known]) => ({ ...end, ...known }));
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

/** Rows of an agency of their own, as the projection writes them. */
async function recorded(rows: readonly Row[], agency: AgencyCode): Promise<void> {
  const rest = { holders: [], concerns: [], role: 'lead', status: 'inProgress', claimed: false, priority: 0 };
  const lines = rows.map((one, number) => ({
    ...{ ...rest, ...one, _id: `${agency}/${number}`, agency, dispatch: 'd', row: number },
  }));
  await RowModel.insertMany(lines as unknown as InboxLine[], { lean: true });
}

const WHO = [
  ['vx', 'trang'],
  ['vx', undefined],
  [undefined, 'trang'],
] as const;

/** What is counted in the record is what the formulas count of every single row. */
async function agrees(scope: Scope): Promise<void> {
  const rows = await supervisedRows(scope, march);
  const tallies = await presentTallies(scope, march, horizon, ['unit', 'person']);
  for (const [unit, person] of WHO) {
    const of = <T extends Place>(all: readonly T[]) =>
      all.filter((one) => one.unit === unit && one.person === person);
    expect(figuresOf(of(tallies), march, horizon)).toEqual(figuresOf(of(rows), march, horizon));
  }
  const ids = (only: (one: SupervisedRow) => boolean) => rows.filter(only).map(({ _id }) => _id);
  const late = ids((one) => figureOf(one, march) === 'openLate');
  expect((await firstDue(scope, { $lt: asOf }, 1_000)).toSorted()).toEqual(late.toSorted());
  const soon = ids((one) => figureOf(one, march) === 'openInTime' && isDueSoon(one, asOf, horizon));
  expect((await firstDue(scope, { $gte: asOf, $lte: horizon }, 1_000)).toSorted()).toEqual(soon.toSorted());
}

test('V-2: the record counts as V-1 does, of an agency, a unit and the desk', async () => {
  let count = 0;
  const property = fc.asyncProperty(fc.array(row, { minLength: 100, maxLength: 200 }), async (rows) => {
    const own = { agencies: [`agency-${++count}` as AgencyCode] };
    await recorded(rows, own.agencies[0] as AgencyCode);
    await agrees(own);
    await agrees({ ...own, units: ['vx' as UnitId] });
    await agrees({ ...own, units: [null] });
  });
  await fc.assert(property, { numRuns: 20 });
});
