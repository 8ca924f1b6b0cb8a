import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedConnected } from '../../bin/seed.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { eventsOf, stateOf } from '../../store/dispatches/dispatch.view.ts';
import { MessageModel } from '../../store/messages/message.model.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import type { Activities } from '../../workflows/contract/activities.ts';
import { dispatchWorkflowId } from '../../workflows/contract/dispatch.contract.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { at } from '../builders/calendar.ts';
import { arrives, asksNumber, completes, directs, lead, links, presents } from '../builders/deeds.ts';
import { agencies, th, vx } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';
import { freshDatabase } from '../support/database.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { createActivities } from '../../activities/index.ts';

const agency = agencies.province;
let engine: Engine;
let mai: Actor, toan: Actor, hoa: Actor, minh: Actor;
let projectionFails = 0;
let id: DispatchId;
let count = 0;

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
  const real = createActivities(Date.now);
  const project: Activities['project'] = async (batch) => {
    if (projectionFails > 0) {
      projectionFails--;
      throw new Error('the record is away');
    }
    await real.project(batch);
  };
  engine = await startEngine(at('2026-03-09 08:00'), { project });
  const people = await Promise.all(
    ['mai.lt', 'toan.nd', 'hoa.lt', 'minh.dq'].map((login) => postsOf(login as PersonId, engine.now())),
  );
  [mai, toan, hoa, minh] = people.flatMap(([first]) => first ?? []) as unknown as [
    Actor,
    Actor,
    Actor,
    Actor,
  ];
});

afterAll(async () => {
  await engine.stop();
  await disconnect();
});

beforeEach(() => {
  id = `shell-${++count}` as DispatchId;
});

async function does(deed: Deed, key = `${id}-${Math.random()}`, dispatch = id) {
  const state = await stateOf(agency, dispatch);
  return engine.cases.act(agency, dispatch, key, deed(state));
}

async function directed(...assignments: Parameters<typeof directs>[1]) {
  await does(arrives());
  await does(asksNumber(mai));
  await does(presents(toan, hoa));
  await does(directs(hoa, assignments));
}

/** Waits until something is so; the engine's own time has to move on for its retries and takeovers. */
async function until<T>(what: () => Promise<T>, expected: T) {
  await expect
    .poll(async () => engine.sleepUntil(engine.now() + 5_000).then(what), { timeout: 20_000 })
    .toEqual(expected);
}

const history = async () => {
  const handle = engine.env.client.workflow.getHandle(dispatchWorkflowId(agency, id));
  return (await handle.fetchHistory()).events?.length ?? 0;
};

describe('an act', () => {
  test('is in the record when its answer comes', async () => {
    await does(arrives());
    expect(await does(asksNumber(mai))).toMatchObject({ projected: true });
    expect((await stateOf(agency, id)).registration).toMatchObject({
      year: 2026,
    });
  });

  test('U-3: that is refused changes nothing', async () => {
    await does(arrives());
    expect(await does(asksNumber(minh))).toMatchObject({ rule: 'I4', key: 'notClerk' });
    expect(await eventsOf(id)).toHaveLength(1);
  });

  test('U-2: under the same key is done once, in the same run and after the case has closed', async () => {
    await directed(lead(vx));
    const done = await does(completes(minh), 'the key');
    expect(await does(completes(minh), 'the key')).toEqual(done);
    expect((await eventsOf(id)).filter(({ kind }) => kind === 'completed')).toHaveLength(1);
  });

  test('costs at most 8 events of history', async () => {
    await does(arrives());
    await does(asksNumber(mai));
    await does(presents(toan, hoa));
    const before = await history();
    await does(directs(hoa, [lead(vx)]));
    expect((await history()) - before).toBeLessThanOrEqual(8);
  });

  test('U-5: of two at the same instant the first is done and the second is told', async () => {
    await directed(lead(vx));
    const answers = await Promise.all([does(completes(minh)), does(completes(minh))]);
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(1);
  });
});

describe('time', () => {
  test('R0–L3 fire at their instants over weeks, once each', async () => {
    const start = engine.now();
    await directed(lead(vx));
    await engine.sleepUntil(start + 30 * 24 * 3_600_000);
    const fired = (await eventsOf(id)).flatMap((event) => (event.kind === 'levelFired' ? [event.level] : []));
    expect(fired).toEqual(['R1', 'L1', 'L2', 'L3']);
  });
});

describe('the record', () => {
  test('that is away for a moment costs nothing; away for longer the act counts and the pages follow', async () => {
    await does(arrives());
    projectionFails = 2;
    expect(await does(asksNumber(mai))).toMatchObject({ projected: true });
    projectionFails = 4;
    expect(await does(presents(toan, hoa))).toMatchObject({ projected: false });
    await until(async () => (await stateOf(agency, id)).status, 'presented');
  });

  test('P-8: a closed case is taken up again from it', async () => {
    await directed(lead(vx));
    await does(completes(minh));
    await engine.env.client.workflow.getHandle(dispatchWorkflowId(agency, id)).result();
    expect(await does(completes(minh))).toMatchObject({ rule: 'U-5', key: 'alreadyHandled' });
    const reason = 'cần bổ sung số liệu của các huyện';
    await does(() => ({ kind: 'reopen', due: { kind: 'workingDays', days: 2 }, reason, by: hoa }));
    expect((await stateOf(agency, id)).status).toBe('inProgress');
    await does(completes(minh));
    expect((await stateOf(agency, id)).status).toBe('completed');
  });

  test('I-R3: a copy that is linked tells the other case, closed or not', async () => {
    await directed(lead(vx));
    await does(completes(minh));
    await engine.env.client.workflow.getHandle(dispatchWorkflowId(agency, id)).result();
    const copy = `${id}-copy` as DispatchId;
    await does(arrives(), 'copy-arrives', copy);
    await does(links(mai, { dispatch: id, number: 1, year: 2026 }), 'copy-links', copy);
    await until(async () => (await stateOf(agency, id)).axisCopies, [copy]);
    expect((await stateOf(agency, copy)).status).toBe('linked');
  });

  test('messages go to the people of the moment, and none to whoever did the act', async () => {
    await directed(lead(vx), lead(th));
    const told = await MessageModel.find({ 'items.dispatch': id }).lean();
    expect(told.map(({ key, name }) => `${key} ${name}`).sort()).toEqual([
      'arrived Lò Thị Mai',
      'arrived Vàng A Sình',
      'assigned Hà Thị Lan',
      'assigned Đỗ Quang Minh',
      'toDirect Lê Thị Hoa',
      'toPresent Nguyễn Đức Toàn',
    ]);
  });
});
