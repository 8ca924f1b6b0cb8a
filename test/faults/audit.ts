import { expect } from 'vitest';
import { dispatchLine, inboxLines } from '../../activities/dispatches/record.ts';
import { DispatchModel } from '../../store/dispatches/dispatch.model.ts';
import { EventModel, eventOf } from '../../store/dispatches/event.model.ts';
import { firstBreak } from '../../store/dispatches/hash-chain.ts';
import { RowModel } from '../../store/dispatches/row.model.ts';
import { dispatchWorkflowId, stateQuery } from '../../workflows/contract/dispatch.contract.ts';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { evolve } from '../../workflows/rules/dispatch/evolve.ts';
import { type DispatchState, emptyState } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { agencies } from '../builders/people.ts';
import type { Acknowledged } from './ledger.ts';
import type { Stage } from './stage.ts';

/** A dispatch as its record tells it. */
export interface Told {
  readonly id: DispatchId;
  readonly events: readonly Event[];
  readonly state: DispatchState;
}

/** Reads a record and checks that it is whole: gapless, chained, and everything read from it says the same. */
export async function wholeRecord(id: DispatchId): Promise<Told> {
  const lines = await EventModel.find({ dispatch: id }).sort({ revision: 1 }).lean();
  expect(firstBreak(lines), `first broken line of ${id}`).toBeUndefined();
  const events = lines.map(eventOf);
  const state = events.reduce(evolve, emptyState(agencies.province, id));
  const { hash, ...line } = (await DispatchModel.findById(id, { __v: 0 }).lean()) ?? { hash: '' };
  expect(hash).toBe(lines.at(-1)?.hash);
  expect(line).toEqual(dispatchLine(state));
  const rows = await RowModel.find({ dispatch: id }, { __v: 0 }).sort({ row: 1 }).lean();
  expect(rows).toEqual(inboxLines(state, events));
  return { id, events, state };
}

/** Whether the engine, asked now, stands where the record stands (P-8). */
export async function engineAgrees({ client }: Stage, { id, state }: Told): Promise<void> {
  const inEngine = await client.workflow
    .getHandle(dispatchWorkflowId(agencies.province, id))
    .query(stateQuery);
  expect(inEngine).toEqual(JSON.parse(JSON.stringify(state)));
}

/** Every acknowledged act is in the record once, where its answer said. */
export async function eachOnce(acknowledged: readonly Acknowledged[]): Promise<void> {
  const lines = await EventModel.find({ requests: { $exists: true } }).lean();
  const recorded = lines.flatMap(({ dispatch, revision, requests = [] }) =>
    requests.map((key) => `${dispatch} ${revision} ${key}`),
  );
  expect(new Set(recorded).size, 'keys recorded once').toBe(recorded.length);
  const answered = acknowledged.map(({ dispatch, revision, key }) => `${dispatch} ${revision} ${key}`);
  expect(
    answered.filter((act) => !recorded.includes(act)),
    'acknowledged acts that the record lacks',
  ).toEqual([]);
}
