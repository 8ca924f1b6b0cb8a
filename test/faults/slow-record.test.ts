import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { type Cases, createCases } from '../../api/cases.client.ts';
import { seedConnected } from '../../bin/seed.ts';
import { connect, disconnect } from '../../store/connection.ts';
import { stateOf } from '../../store/dispatches/dispatch.view.ts';
import { postsOf } from '../../store/organisation/people.view.ts';
import { dispatchWorkflowId, stateQuery } from '../../workflows/contract/dispatch.contract.ts';
import type { DispatchId, PersonId } from '../../workflows/rules/ids.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import { arrives, asksNumber, directs, lead, presents } from '../builders/deeds.ts';
import { agencies, vx } from '../builders/people.ts';
import type { Deed } from '../builders/story.ts';
import { freshDatabase } from '../support/database.ts';
import { startDevServer } from '../support/dev-server.ts';
import { createTestWorker } from '../support/temporal-worker.ts';
import { wholeRecord } from './audit.ts';

const agency = agencies.province;
const STARTED = temporal.api.enums.v1.PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_STARTED;
const id = 'slow' as DispatchId;
const real = createActivities(Date.now);

let env: TestWorkflowEnvironment;
let cases: Cases;
let stopWorker: () => Promise<void>;
/** What the writing of the record waits for, and who is told that it waits. */
let held: { readonly until: Promise<undefined>; readonly tell: () => void } | undefined;

beforeAll(async () => {
  await connect(freshDatabase());
  await seedConnected();
  env = await startDevServer();
  cases = createCases(env.client, Date.now, 0);
  await startWorker();
});

afterAll(async () => {
  await stopWorker();
  await env.teardown();
  await disconnect();
});

async function startWorker(): Promise<void> {
  const worker = await createTestWorker(env.nativeConnection, {
    ...real,
    project: async (batch: Parameters<typeof real.project>[0]) => {
      held?.tell();
      await held?.until;
      return real.project(batch);
    },
  });
  const run = worker.run();
  stopWorker = () => {
    worker.shutdown();
    return run;
  };
}

async function act(deed: Deed): Promise<unknown> {
  return cases.act(agency, id, crypto.randomUUID(), deed(await stateOf(agency, id)));
}

const handle = () => env.client.workflow.getHandle(dispatchWorkflowId(agency, id));

async function notedActs(): Promise<number> {
  const { events } = await handle().fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
}

async function isAtWork(): Promise<boolean> {
  const { raw } = await handle().describe();
  return raw.pendingWorkflowTask?.state === STARTED;
}

/** Holds the record back from now on. */
function hold() {
  const [release, waits] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  held = {
    until: release.promise,
    tell: () => {
      waits.resolve(undefined);
    },
  };
  return {
    waits: waits.promise,
    release: () => {
      held = undefined;
      release.resolve(undefined);
    },
  };
}

test('P-8: an act done while the record was slow has the same instant when the run is repeated', async () => {
  const actor = async (login: string) => (await postsOf(login as PersonId, Date.now()))[0] as Actor;
  const [mai, toan, hoa] = [await actor('mai.lt'), await actor('toan.nd'), await actor('hoa.lt')];
  await act(arrives());
  await act(asksNumber(mai));
  const before = await notedActs();
  const { waits, release } = hold();
  const presented = act(presents(toan, hoa));
  await waits;
  const directed = act(directs(hoa, [lead(vx)]));
  // The engine hands out the second act only when it has noted the first, whose record is still not written.
  await expect.poll(async () => (await notedActs()) > before && (await isAtWork())).toBe(true);
  release();
  await Promise.all([presented, directed]);

  // Another worker knows nothing but the history.
  await stopWorker();
  await startWorker();
  const { state, events } = await wholeRecord(id);
  expect(events.at(-1)?.kind).toBe('assigned');
  expect(await handle().query(stateQuery)).toEqual(JSON.parse(JSON.stringify(state)));
});
