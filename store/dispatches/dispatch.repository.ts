import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import { inTransaction } from '../connection.ts';
import { grouped } from '../grouped.ts';
import { plain } from '../plain.ts';
import { DispatchModel } from './dispatch.model.ts';
import { EventModel, type RecordedEvent } from './event.model.ts';
import { chained } from './hash-chain.ts';
import { type Head, headOf, lastSeen, remember } from './head.ts';
import type { Projection } from './projection.ts';
import { writeReadModels } from './read-models.ts';

/**
 * Writes a projection in one transaction, guarded by revision and hash: one that is already there changes nothing, one
 * that would leave a gap is an error.
 * @returns whether the record now holds it; false where something else was recorded in its place before
 */
export async function writeProjection(projection: Projection): Promise<boolean> {
  const { events, dispatch } = projection;
  const { _id: id } = dispatch;
  const [first] = events;
  if (!first) return true;
  const guess = lastSeen(id);
  if (guess?.revision === first.revision - 1 && (await wroteAfter(guess, projection))) return true;
  const head = await headOf(id);
  if (head.revision < first.revision - 1)
    throw new Error(`Record of ${id} ends at ${head.revision}, not before ${first.revision}`);
  if (head.revision === first.revision - 1 && (await wroteAfter(head, projection))) return true;
  return isRecorded(id, events);
}

/** A projection and where the record of its dispatch is believed to end. */
interface Addition {
  readonly head: Head;
  readonly projection: Projection;
}

/** Acts of one agency share transactions under load; those of several agencies may lie on several shards. */
const writers = new Map<AgencyCode, (addition: Addition) => Promise<boolean>>();

/** Whether the record ended there and now goes on with the projection; else nothing is written. */
function wroteAfter(head: Head, projection: Projection): Promise<boolean> {
  const { agency } = projection.dispatch;
  const write = writers.get(agency) ?? grouped(wroteAll);
  writers.set(agency, write);
  return write({ head, projection });
}

async function wroteAll(additions: readonly Addition[]): Promise<boolean> {
  const bound = additions.map(bind);
  const wrote = await inTransaction(async (session) => {
    const moves = bound.map(({ move }) => ({ replaceOne: move }));
    const moved = await plain(DispatchModel).bulkWrite(moves, { session });
    if (moved.matchedCount + moved.upsertedCount < moves.length) {
      await session.abortTransaction();
      return false;
    }
    const lines = bound.flatMap((one) => one.lines);
    await plain(EventModel).insertMany(lines, { session });
    const projections = additions.map(({ projection }) => projection);
    await writeReadModels(projections, session);
    return true;
  });
  if (wrote) for (const { move } of bound) remember(move.replacement);
  return wrote;
}

/** The events as lines bound to the head, and the dispatch with the new one, to stand in the place of the old. */
function bind({ head, projection }: Addition) {
  const { dispatch, events } = projection;
  const { agency, _id } = dispatch;
  const lines = chained(agency, _id, events, head.hash).map((line) => asked(projection, line));
  const replacement = { ...dispatch, hash: lines.at(-1)?.hash ?? '' };
  return { lines, move: { filter: { _id, ...head }, replacement, upsert: head.revision === 0 } };
}

async function isRecorded(id: DispatchId, events: readonly Event[]): Promise<boolean> {
  const ids = events.map(({ revision }) => `${id}/${revision}`);
  const lines = await EventModel.find({ _id: { $in: ids } }, { json: 1 }).lean();
  const recorded = new Set(lines.map(({ json }) => json));
  return events.every((event) => recorded.has(JSON.stringify(event)));
}

/** The line with the request keys that ended with its event. */
function asked({ requests }: Projection, line: RecordedEvent): RecordedEvent {
  const keys = requests.filter(({ revision }) => revision === line.revision).map(({ key }) => key);
  return keys.length > 0 ? { ...line, requests: keys } : line;
}
