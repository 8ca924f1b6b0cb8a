import type { ClientSession } from 'mongoose';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import { inTransaction } from '../connection.ts';
import { type OutgoingStatus, StatusModel } from '../exchange/status.model.ts';
import { type Message, MessageModel } from '../messages/message.model.ts';
import { type RegisterEntry, RegisterLineModel } from '../registers/register-line.model.ts';
import { type Dispatch, DispatchModel } from './dispatch.model.ts';
import { EventModel } from './event.model.ts';
import { chained } from './hash-chain.ts';
import { type AnsweredRequest, RequestModel } from './request.model.ts';
import { type InboxLine, RowModel } from './row.model.ts';

/** What one projection writes, all of it or nothing. */
export interface Projection {
  readonly dispatch: Omit<Dispatch, 'hash'>;
  readonly events: readonly Event[];
  /** The rows that the events touched. */
  readonly rows: readonly InboxLine[];
  readonly register: readonly RegisterEntry[];
  readonly requests: readonly AnsweredRequest[];
  readonly statuses: readonly OutgoingStatus[];
  /** Each with the one item that this projection adds to it. */
  readonly messages: readonly Message[];
}

/**
 * Writes a projection in one transaction, guarded by revision: one that is already there changes nothing, one that
 * would leave a gap is an error.
 */
export async function writeProjection(projection: Projection): Promise<void> {
  const first = projection.events[0];
  if (!first) return;
  await inTransaction(async (session) => {
    const { _id: id, agency, revision } = projection.dispatch;
    const before = await DispatchModel.findById(id, { revision: 1, hash: 1 }, { session }).lean();
    const known = before?.revision ?? 0;
    if (known >= revision) return;
    if (known !== first.revision - 1) throw new Error(`Record of ${id} ends at ${known}, not before ${first.revision}`);
    const lines = chained(agency, id, projection.events, before?.hash ?? '');
    const hash = lines.at(-1)?.hash ?? '';
    await EventModel.insertMany(lines, { session, lean: true });
    await DispatchModel.replaceOne({ _id: id }, { ...projection.dispatch, hash }, { session, upsert: true });
    await writeAround(projection, session);
  });
}

async function writeAround(projection: Projection, session: ClientSession): Promise<void> {
  const { rows, register, requests, statuses, messages } = projection;
  if (rows.length > 0) {
    const writes = rows.map((row) => ({
      replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
    }));
    await RowModel.bulkWrite(writes, { session });
  }
  if (register.length > 0) await RegisterLineModel.bulkWrite(register.map(entered), { session });
  if (requests.length > 0) await RequestModel.insertMany(requests, { session, lean: true });
  if (statuses.length > 0) await StatusModel.insertMany(statuses, { session, lean: true });
  if (messages.length > 0) await MessageModel.bulkWrite(messages.map(sent), { session });
}

/** A line of a register is never removed, only marked. */
function entered({ _id, set, copies }: RegisterEntry) {
  const update = { ...(Object.keys(set).length > 0 && { $set: set }), ...(copies > 0 && { $inc: { copies } }) };
  return { updateOne: { filter: { _id }, update, upsert: true } };
}

/** A message that is already there gains the matter and is unread again. */
function sent({ _id, items, ...message }: Message) {
  return {
    updateOne: {
      filter: { _id },
      update: { $setOnInsert: message, $push: { items: { $each: items } }, $unset: { readAt: 1 } },
      upsert: true,
    },
  };
}
