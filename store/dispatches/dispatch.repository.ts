import type { ClientSession } from 'mongoose';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { inTransaction } from '../connection.ts';
import { plain } from '../plain.ts';
import { type OutgoingStatus, StatusModel } from '../exchange/status.model.ts';
import { type Message, MessageModel } from '../messages/message.model.ts';
import { type RegisterEntry, RegisterLineModel } from '../registers/register-line.model.ts';
import { type Dispatch, DispatchModel } from './dispatch.model.ts';
import { EventModel, type RecordedEvent } from './event.model.ts';
import { chained } from './hash-chain.ts';
import { type InboxLine, RowModel } from './row.model.ts';

/** What one projection writes, all of it or nothing. */
export interface Projection {
  readonly dispatch: Omit<Dispatch, 'hash'>;
  readonly events: readonly Event[];
  /** The rows that the events touched. */
  readonly rows: readonly InboxLine[];
  readonly register: readonly RegisterEntry[];
  /** Request keys of acts with the revisions they ended with (U-2). */
  readonly requests: readonly { readonly key: string; readonly revision: number }[];
  readonly statuses: readonly OutgoingStatus[];
  /** Each with the one item that this projection adds to it. */
  readonly messages: readonly Message[];
}

/**
 * Writes a projection in one transaction, guarded by revision: one that is already there changes nothing, one that
 * would leave a gap is an error.
 * @returns whether the record now holds it; false where something else was recorded in its place before
 */
export async function writeProjection(projection: Projection): Promise<boolean> {
  const first = projection.events[0];
  if (!first) return true;
  return inTransaction(async (session) => {
    const { _id: id, agency } = projection.dispatch;
    const only = { session, projection: { revision: 1, hash: 1 } };
    const before = await plain(DispatchModel).findOne({ _id: id }, only);
    const known = before?.revision ?? 0;
    if (known >= first.revision) return isRecorded(id, projection.events, session);
    if (known !== first.revision - 1)
      throw new Error(`Record of ${id} ends at ${known}, not before ${first.revision}`);
    const lines = chained(agency, id, projection.events, before?.hash ?? '').map((line) =>
      asked(projection, line),
    );
    const hash = lines.at(-1)?.hash ?? '';
    await plain(EventModel).insertMany(lines, { session });
    await plain(DispatchModel).replaceOne(
      { _id: id },
      { ...projection.dispatch, hash },
      { session, upsert: true },
    );
    await writeAround(projection, session);
    return true;
  });
}

async function isRecorded(
  id: DispatchId,
  events: readonly Event[],
  session: ClientSession,
): Promise<boolean> {
  const ids = events.map(({ revision }) => `${id}/${revision}`);
  const lines = await EventModel.find({ _id: { $in: ids } }, { json: 1 }, { session }).lean();
  const recorded = new Set(lines.map(({ json }) => json));
  return events.every((event) => recorded.has(JSON.stringify(event)));
}

async function writeAround(projection: Projection, session: ClientSession): Promise<void> {
  const { rows, register, statuses, messages } = projection;
  if (rows.length > 0) {
    const writes = rows.map((row) => ({
      replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
    }));
    await plain(RowModel).bulkWrite(writes, { session });
  }
  if (register.length > 0) await plain(RegisterLineModel).bulkWrite(register.map(entered), { session });
  if (statuses.length > 0) await plain(StatusModel).insertMany([...statuses], { session });
  if (messages.length > 0) await plain(MessageModel).bulkWrite(messages.map(sent), { session });
}

/** The line with the request keys that ended with its event. */
function asked({ requests }: Projection, line: RecordedEvent): RecordedEvent {
  const keys = requests.filter(({ revision }) => revision === line.revision).map(({ key }) => key);
  return keys.length > 0 ? { ...line, requests: keys } : line;
}

/** A line of a register is never removed, only marked. */
function entered({ _id, set, copies }: RegisterEntry) {
  const update = {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(copies > 0 && { $inc: { copies } }),
  };
  return { updateOne: { filter: { _id }, update, upsert: true } };
}

/** A message that is already there gains the matter and is unread again. */
function sent({ _id, items: [...items], ...message }: Message) {
  return {
    updateOne: {
      filter: { _id },
      update: {
        $setOnInsert: message,
        $push: { items: { $each: items } },
        $unset: { readAt: true as const },
      },
      upsert: true,
    },
  };
}
