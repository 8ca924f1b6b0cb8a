import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { project } from '../../../activities/dispatches/project.ts';
import { connect, disconnect } from '../../../store/connection.ts';
import { revisionOf } from '../../../store/dispatches/dispatch.view.ts';
import { headOf, remember } from '../../../store/dispatches/head.ts';
import { historyOf } from '../../../store/dispatches/history.view.ts';
import type { DispatchId } from '../../../workflows/rules/ids.ts';
import { arrives, asksNumber, numbered, refuses } from '../../builders/deeds.ts';
import { mai } from '../../builders/people.ts';
import { nothing, play, type Step, type Story } from '../../builders/story.ts';
import { freshDatabase } from '../../support/database.ts';

beforeAll(() => connect(freshDatabase()));
afterAll(disconnect);

let arrived: Story;
let count = 0;

const caseOf = (id: string): Story => ({ ...nothing, state: { ...nothing.state, id: id as DispatchId } });

/** Writes what the steps add to a story. */
function writes(story: Story, ...steps: readonly Step[]) {
  const { state, events } = play({ ...story, events: [] }, ...steps);
  return project({ state, events, requests: [], notices: [], statuses: [] });
}

/** Writes as another process would: this one knows nothing of it. */
async function elsewhere(story: Story, ...steps: readonly Step[]): Promise<void> {
  const { id } = story.state;
  const before = await headOf(id);
  await writes(story, ...steps);
  remember({ _id: id, ...before });
}

beforeEach(async () => {
  const empty = caseOf(`d${++count}`);
  await writes(empty, arrives());
  arrived = play(empty, arrives());
});

test('X-11: the chain holds where another process wrote in between', async () => {
  const { id } = arrived.state;
  await elsewhere(arrived, asksNumber(mai));
  expect(await writes(arrived, refuses(mai))).toMatchObject({ state: { status: 'registering' } });
  remember({ _id: id, revision: await revisionOf(id), hash: 'of another line' });
  expect(await writes(play(arrived, asksNumber(mai)), numbered())).toBeUndefined();
  expect(await historyOf(id)).toMatchObject({ events: { length: 3 }, brokenAt: undefined });
});

test('of two that write the same dispatch at once one is told what the other wrote', async () => {
  const { id } = arrived.state;
  const answers = await Promise.all([writes(arrived, asksNumber(mai)), writes(arrived, refuses(mai))]);
  const told = answers.filter((answer) => answer !== undefined);
  expect(told).toHaveLength(1);
  expect(await revisionOf(id)).toBe(told[0]?.state.revision);
});

test('the same batch again changes nothing, and one that would leave a gap is an error', async () => {
  expect(await writes(arrived, asksNumber(mai))).toBeUndefined();
  expect(await writes(arrived, asksNumber(mai))).toBeUndefined();
  expect((await historyOf(arrived.state.id)).events).toHaveLength(2);
  const gone = { ...arrived, state: { ...arrived.state, revision: 5 } };
  await expect(writes(gone, refuses(mai))).rejects.toThrow('ends at 2');
});

test('of many at once each is recorded, also where one of them cannot be', async () => {
  const stories = Array.from({ length: 12 }, (_, place) => caseOf(`d${count}-${place}`));
  await Promise.all(stories.map((story) => writes(story, arrives())));
  const [first = nothing, ...others] = stories.map((story) => play(story, arrives()));
  await elsewhere(first, refuses(mai));
  const answers = await Promise.all([...others, first].map((story) => writes(story, asksNumber(mai))));
  expect(answers.map((answer) => answer?.state.status)).toEqual([...others.map(() => undefined), 'refused']);
  for (const { state } of others) {
    expect(await historyOf(state.id)).toMatchObject({ events: { length: 2 }, brokenAt: undefined });
  }
});
