import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { project } from '../../activities/dispatches/project.ts';
import { seedConnected } from '../../bin/seed.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { eventsOf, stateOf } from '../../store/dispatches/dispatch.view.ts';
import { AllocationModel } from '../../store/numbers/number.model.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import { decide } from '../../workflows/rules/dispatch/decide.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { at } from '../builders/calendar.ts';
import {
  arrives,
  asksNumber,
  completes,
  directs,
  lead,
  presents,
  refuses,
  reports,
} from '../builders/deeds.ts';
import { agencies, vx } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';
import { freshDatabase } from '../support/database.ts';
import { type Engine, startEngine } from '../support/engine.ts';

const agency = agencies.province;
let engine: Engine;
let mai: Actor, sinh: Actor, toan: Actor, hoa: Actor, minh: Actor;
let id: DispatchId;
let count = 0;

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
  engine = await startEngine(at('2026-03-09 08:00'));
  const actor = async (login: string) => (await postsOf(login as PersonId, engine.now()))[0] as Actor;
  [mai, sinh, toan] = [await actor('mai.lt'), await actor('sinh.va'), await actor('toan.nd')];
  [hoa, minh] = [await actor('hoa.lt'), await actor('minh.dq')];
});

afterAll(async () => {
  await engine.stop();
  await disconnect();
});

beforeEach(() => {
  id = `ahead-${++count}` as DispatchId;
});

async function does(deed: Deed, key = `act-${++count}`) {
  return engine.cases.act(agency, id, key, deed(await stateOf(agency, id)));
}

/** An engine that died after the record was written and before it noted so itself: it knows nothing of the act. */
async function forgets(deed: Deed, key: string): Promise<number> {
  const before = await stateOf(agency, id);
  const events = decide(before, deed(before), engine.now());
  if (isRefusal(events)) throw new Error(events.key);
  const state = events.reduce(evolve, before);
  const requests = [{ key, revision: state.revision }];
  await project({ state, events, requests, notices: [], statuses: [] });
  return state.revision;
}

const kinds = async () => (await eventsOf(id)).map(({ kind }) => kind);

async function presented(): Promise<void> {
  await does(arrives());
  await does(asksNumber(mai));
  await does(presents(toan, hoa));
}

test('a forgotten act that is sent again is answered as it was recorded', async () => {
  await presented();
  const revision = await forgets(directs(hoa, [lead(vx)]), 'forgotten');
  expect(await does(directs(hoa, [lead(vx)]), 'forgotten')).toEqual({
    ...{ revision, projected: true, status: 'assigned' },
    number: (await stateOf(agency, id)).registration?.number,
  });
  expect((await kinds()).filter((kind) => kind === 'assigned')).toHaveLength(1);
});

test('a case that refuses because it forgot reads its record and decides again', async () => {
  await presented();
  await forgets(directs(hoa, [lead(vx)]), 'forgotten');
  expect(await does(completes(minh))).toMatchObject({ projected: true });
  expect((await stateOf(agency, id)).status).toBe('completed');
});

test('an act taken on top of a forgotten one is recorded after it', async () => {
  await presented();
  await does(directs(hoa, [lead(vx)]));
  await forgets(reports(minh, 30), 'forgotten');
  const answers = await Promise.all([
    does(reports(minh, 40)),
    does(reports(minh, 50)),
    does(reports(minh, 60)),
  ]);
  const done = answers.filter((answer) => !isRefusal(answer)).length;
  expect((await kinds()).filter((kind) => kind === 'progressReported')).toHaveLength(1 + done);
  expect((await stateOf(agency, id)).rows[1]?.percent).toBeGreaterThanOrEqual(30);
});

test('P-1: no number is given in vain to a case that a forgotten act has ended', async () => {
  await does(arrives());
  const given = await AllocationModel.countDocuments();
  await forgets(refuses(mai), 'forgotten');
  expect(await does(asksNumber(sinh))).toMatchObject({ refused: true });
  expect(await AllocationModel.countDocuments()).toBe(given);
  expect((await stateOf(agency, id)).status).toBe('refused');
});

test('a level that fired and was forgotten does not fire twice', async () => {
  await presented();
  await does(directs(hoa, [lead(vx, { kind: 'realMinutes', minutes: 60 })]));
  const { rows } = await stateOf(agency, id);
  const halfway = (rows[1]?.clock?.since ?? 0) + 30 * 60_000;
  const fires: Deed = () => ({
    kind: 'levelDue',
    clock: { row: 1 },
    level: 'R1',
    firedAt: halfway,
    by: { system: true },
  });
  const before = await stateOf(agency, id);
  const events = decide(before, fires(before), halfway);
  if (isRefusal(events)) throw new Error(events.key);
  await project({ state: events.reduce(evolve, before), events, requests: [], notices: [], statuses: [] });
  await engine.sleepUntil(halfway + 45 * 60_000);
  const levels = (await eventsOf(id)).flatMap((event) => (event.kind === 'levelFired' ? [event.level] : []));
  expect(levels).toEqual(['R1', 'L1']);
});
