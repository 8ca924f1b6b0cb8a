import type { ClientSession } from 'mongoose';
import { StatusModel } from '../exchange/status.model.ts';
import { type Message, MessageModel } from '../messages/message.model.ts';
import { plain } from '../plain.ts';
import { type RegisterEntry, RegisterLineModel } from '../registers/register-line.model.ts';
import type { Projection } from './projection.ts';
import { RowModel } from './row.model.ts';

/** Writes what people see besides the dispatches themselves, and what they and senders are told. */
export async function writeReadModels(
  projections: readonly Projection[],
  session: ClientSession,
): Promise<void> {
  const [rows, register, statuses, messages] = [
    projections.flatMap((one) => one.rows),
    projections.flatMap((one) => one.register),
    projections.flatMap((one) => one.statuses),
    projections.flatMap((one) => one.messages),
  ];
  if (rows.length > 0) {
    const writes = rows.map((row) => ({
      replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
    }));
    await plain(RowModel).bulkWrite(writes, { session });
  }
  if (register.length > 0) await plain(RegisterLineModel).bulkWrite(register.map(entered), { session });
  if (statuses.length > 0) await plain(StatusModel).insertMany(statuses, { session });
  if (messages.length > 0) await plain(MessageModel).bulkWrite(messages.map(sent), { session });
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
