import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../../activities/dispatches/project.ts';
import { eventsOf } from '../../store/dispatches/dispatch.view.ts';
import { MessageModel } from '../../store/messages/message.model.ts';
import { holdersOf, postsOf } from '../../store/organisation/people.view.ts';
import {
  DISPATCH_QUEUE,
  DISPATCH_WORKFLOW,
  type DispatchInput,
  dispatchWorkflowId,
  stateQuery,
} from '../../workflows/contract/dispatch.contract.ts';
import type { EventOf } from '../../workflows/rules/dispatch/event.ts';
import { emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { at } from '../builders/calendar.ts';
import { arrives, directs, lead, presents, registers } from '../builders/deeds.ts';
import { form } from '../builders/incoming.ts';
import { agencies } from '../builders/people.ts';
import { nothing, play, wait } from '../builders/story.ts';
import { type Stage, startStage, VICTIMS } from './stage.ts';

const REMINDED = 300;
const ESCALATED = 40;
/** Each has 12 reminders. */
const OFFICERS = 25;
const OPENING = at('2026-09-03 07:30');
/** The engine's timers must be set before the outage. */
const BEFORE_OPENING_MS = 30_000;

let stage: Stage;
let mai: Actor, toan: Actor, hoa: Actor;
let officers: readonly Actor[];

beforeAll(async () => {
  stage = await startStage(OPENING);
  const actor = async (login: string) => (await postsOf(login as PersonId, OPENING))[0] as Actor;
  [mai, toan, hoa] = [await actor('mai.lt'), await actor('toan.nd'), await actor('hoa.lt')];
  const all = await holdersOf({ kind: 'role', agency: agencies.province, role: 'officer' }, OPENING);
  officers = all.slice(0, OFFICERS);
}, 60_000);

afterAll(() => stage.stop(), 30_000);

/** A case as it stood when the system went down: its record, and its run with its timer. */
async function openCase(
  id: DispatchId,
  number: number,
  officer: Actor,
  due: string,
  clockOffset: number,
): Promise<void> {
  const steps = [
    arrives(),
    registers(mai, form(), number),
    presents(toan, hoa),
    directs(hoa, [lead(officer, { kind: 'byEndOf', date: due })]),
  ];
  const start = { ...nothing, state: emptyState(agencies.province, id), now: at('2026-08-24 08:00') };
  const { state, events } = wait(play(start, ...steps), '2026-09-03 07:00');
  await project({ state, events, requests: [], notices: [], statuses: [] });
  const input: DispatchInput = { state, clockOffset, told: [], answered: [] };
  const workflowId = dispatchWorkflowId(agencies.province, id);
  await stage.client.workflow.start(DISPATCH_WORKFLOW, {
    workflowId,
    taskQueue: DISPATCH_QUEUE,
    args: [input],
  });
}

/** The levels that fired from the opening on. */
async function firedIn(id: DispatchId): Promise<readonly EventOf<'levelFired'>[]> {
  const fired = (await eventsOf(id)).filter((event) => event.kind === 'levelFired');
  return fired.filter(({ at }) => at >= OPENING);
}

test('S09: what fell due while everything was down is told once, with the instant it was due', {
  timeout: 150_000,
}, async () => {
  const offset = OPENING - BEFORE_OPENING_MS - Date.now();
  const now = () => Date.now() + offset;
  const reminded = Array.from({ length: REMINDED }, (_, place) => `r1-${place}` as DispatchId);
  const escalated = Array.from({ length: ESCALATED }, (_, place) => `l2-${place}` as DispatchId);
  const cases = [
    ...reminded.map((id) => ({ id, due: '2026-09-04', level: 'R1' })),
    ...escalated.map((id) => ({ id, due: '2026-08-27', level: 'L2' })),
  ];
  await Promise.all(
    cases.map(({ id, due }, place) =>
      openCase(id, place + 1, officers[place % OFFICERS] as Actor, due, offset),
    ),
  );
  const runs = cases.map(({ id }) =>
    stage.client.workflow.getHandle(dispatchWorkflowId(agencies.province, id)),
  );
  await Promise.all(runs.map((run) => run.query(stateQuery)));

  for (const victim of VICTIMS) await stage.kill(victim);
  expect(now(), 'the outage begins before the timers are due').toBeLessThan(OPENING);
  await expect.poll(now, { timeout: BEFORE_OPENING_MS + 5_000 }).toBeGreaterThan(OPENING + 2_000);
  const recovery = now();
  for (const victim of VICTIMS.toReversed()) await stage.start(victim);
  const all = async () => (await Promise.all(cases.map(({ id }) => firedIn(id)))).map(({ length }) => length);
  await expect.poll(all, { timeout: 60_000, interval: 500 }).toEqual(cases.map(() => 1));

  for (const { id, level } of cases) {
    const [fired] = await firedIn(id);
    expect(fired).toMatchObject({ level, scheduled: OPENING });
    expect(fired?.at).toBeGreaterThanOrEqual(recovery);
  }
  const messages = await MessageModel.find({ scheduled: OPENING }).lean();
  for (const officer of officers) {
    const own = messages.filter(({ person, key }) => person === officer.person && key === 'levelR1');
    expect(
      own.map(({ items }) => items.length),
      officer.name,
    ).toEqual([REMINDED / OFFICERS]);
  }
  const assigner = messages.filter(({ person, key }) => person === hoa.person && key === 'levelL2');
  expect(assigner.map(({ items }) => items.map(({ dispatch }) => dispatch).sort())).toEqual([
    escalated.toSorted(),
  ]);
});
