import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { type Cases, createCases } from '../../api/cases.client.ts';
import { seedConnected } from '../../bin/seed.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import { dispatchWorkflowId } from '../../workflows/contract/dispatch.contract.ts';
import { isRefusal } from '../../workflows/rules/dispatch/refusal.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { arrives, asksNumber, directs, lead, presents, reports } from '../builders/deeds.ts';
import { agencies, vx } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';
import { freshDatabase } from '../support/database.ts';
import { startDevServer } from '../support/dev-server.ts';
import { createTestWorker } from '../support/temporal-worker.ts';
import { wholeRecord } from './audit.ts';

const agency = agencies.province;
const id = 'continued' as DispatchId;
const ACTS = 240;
const AT_ONCE = 6;

let env: TestWorkflowEnvironment;
let cases: Cases;
let stopWorker: () => Promise<void>;
let minh: Actor;

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
  env = await startDevServer(['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=60']);
  const worker = await createTestWorker(env.nativeConnection, createActivities(Date.now));
  const run = worker.run();
  stopWorker = () => {
    worker.shutdown();
    return run;
  };
  cases = createCases(env.client, Date.now, 0);
  const actor = async (login: string) => (await postsOf(login as PersonId, Date.now()))[0] as Actor;
  const [mai, toan, hoa] = [await actor('mai.lt'), await actor('toan.nd'), await actor('hoa.lt')];
  minh = await actor('minh.dq');
  for (const [key, deed] of Object.entries({
    arrives: arrives(),
    registers: asksNumber(mai),
    presents: presents(toan, hoa),
    directs: directs(hoa, [lead(vx)]),
  })) {
    await act(key, deed);
  }
});

afterAll(async () => {
  await stopWorker();
  await env.teardown();
  await disconnect();
});

async function act(key: string, deed: Deed): Promise<number> {
  const answer = await cases.act(agency, id, key, deed(await stateOf(agency, id)));
  if (isRefusal(answer)) throw new Error(answer.key);
  return answer.revision;
}

const key = (place: number) => `report-${place}`;
const report = (place: number) => act(key(place), reports(minh, 50, `Báo cáo lần thứ ${place}`));

test('a case that is continued with acts in flight does each once, and knows them still when sent again', {
  timeout: 90_000,
}, async () => {
  const answers = new Map<number, number>();
  const left = [...Array(ACTS).keys()];
  const colleague = async () => {
    for (let place = left.shift(); place !== undefined; place = left.shift())
      answers.set(place, await report(place));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, colleague));

  const runs = await env.client.workflow.count(
    `WorkflowId = "${dispatchWorkflowId(agency, id)}" AND LtAgency = "${agency}" AND LtKind = "incoming"`,
  );
  expect(runs.count).toBeGreaterThan(10);
  const { events } = await wholeRecord(id);
  const texts = events.flatMap((event) => (event.kind === 'progressReported' ? [event.text] : []));
  expect(texts.toSorted()).toEqual(
    [...Array(ACTS).keys()].map((place) => `Báo cáo lần thứ ${place}`).toSorted(),
  );
  for (const place of [ACTS - 1, ACTS - 20, ACTS - 40]) expect(await report(place)).toBe(answers.get(place));
});

test('a key that was answered too long ago to be remembered does not keep the case from being recorded', async () => {
  const revision = await report(0);
  expect((await stateOf(agency, id)).revision).toBe(revision);
});
