import { afterAll, beforeAll, expect, test } from 'vitest';
import { MessageModel } from '../../store/messages/message.model.ts';
import { AllocationModel, SeriesModel } from '../../store/numbers/number.model.ts';
import { levelInstants } from '../../workflows/rules/escalation/levels.ts';
import type { PersonId } from '../../workflows/rules/ids.ts';
import { at, fixtureCalendar } from '../builders/calendar.ts';
import { eachOnce, engineAgrees, type Told, wholeRecord } from './audit.ts';
import { Ledger } from './ledger.ts';
import { hasty, lifeId, officeAt, timedId } from './lives.ts';
import { type Stage, startStage, VICTIMS } from './stage.ts';

const LIVES = 100;
const TIMED = 12;
const AT_ONCE = 12;
const ROUNDS = 10;
/** So many acts are answered between one death and the next: the product came through. */
const ACTS_BETWEEN = 35;

const lives = [...Array(LIVES).keys()];
const timed = [...Array(TIMED).keys()];

let stage: Stage;
let ledger: Ledger;
let work: Promise<void> = Promise.resolve();
let office: Awaited<ReturnType<typeof officeAt>>;

beforeAll(async () => {
  stage = await startStage(at('2026-03-09 08:00'));
  ledger = new Ledger(stage);
  office = await officeAt(stage, ledger);
}, 60_000);

afterAll(async () => {
  ledger.close();
  await work.catch(() => undefined);
  await stage.stop();
}, 60_000);

async function load(): Promise<void> {
  const left = [...lives];
  const colleague = async () => {
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      await office.life(place);
      if (place % 4 === 0 && place / 4 < TIMED) await office.timedLife(place / 4);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, colleague));
}

async function killings(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const victim = VICTIMS[round % VICTIMS.length] ?? 'worker';
    const enough = ledger.acknowledged.length + ACTS_BETWEEN;
    await expect.poll(() => ledger.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(enough);
    await stage.kill(victim);
    await stage.start(victim);
  }
}

/** The levels of the assigned row that fired, each with the instant it was due. */
function fired({ events }: Told) {
  return events.flatMap((event) =>
    event.kind === 'levelFired' && 'row' in event.clock ? [{ level: event.level, at: event.scheduled }] : [],
  );
}

/** The same as the deadline gives them. */
function implied({ state: { rows } }: Told) {
  const clock = rows[1]?.clock;
  const ladder = hasty.steps.find(({ act }) => act === 'forward')?.ladder ?? [];
  return clock && levelInstants(fixtureCalendar, ladder, clock.deadline, clock.since);
}

test('kill -9 in the middle of the work: nothing is lost, nothing is doubled, no timer fails', {
  timeout: 150_000,
}, async () => {
  work = load();
  await Promise.all([work, killings()]);
  expect(ledger.acknowledged.length).toBeGreaterThanOrEqual(500);
  await eachOnce(ledger.acknowledged);

  const levels = async () =>
    (await Promise.all(timed.map((place) => wholeRecord(timedId(place))))).map(fired);
  await expect
    .poll(async () => (await levels()).map(({ length }) => length), { timeout: 60_000 })
    .toEqual(timed.map(() => 4));
  const done = await Promise.all(lives.map((place) => wholeRecord(lifeId(place))));
  const waiting = await Promise.all(timed.map((place) => wholeRecord(timedId(place))));
  for (const record of waiting) expect(fired(record), record.id).toEqual(implied(record));
  expect(new Set(done.map(({ events }) => events.map(({ kind }) => kind).join())).size, 'ways to live').toBe(
    1,
  );
  const told = await MessageModel.find({ person: 'minh.dq' as PersonId, key: /^level/ }).lean();
  expect(told.flatMap(({ items }) => items)).toHaveLength(4 * TIMED);
  const all = [...done, ...waiting];
  await Promise.all(all.map((record) => engineAgrees(stage, record)));

  const numbers = all.map(({ state }) => state.registration?.number ?? 0).sort((a, b) => a - b);
  expect(numbers, 'số đến').toEqual(all.map((_, place) => place + 1));
  expect(await AllocationModel.countDocuments()).toBe(all.length);
  expect((await SeriesModel.find().lean()).map(({ last }) => last)).toEqual([all.length]);
});
