import type { DispatchId } from '../../workflows/rules/ids.ts';
import { type OutgoingStatus, StatusModel } from '../exchange/status.model.ts';
import { type Message, MessageModel } from '../messages/message.model.ts';

/** The statuses owed to senders because of a dispatch, in order (flows.md §11). */
export async function statusesOf(dispatch: DispatchId): Promise<readonly OutgoingStatus[]> {
  return StatusModel.find({ dispatch }).sort({ at: 1, _id: 1 }).lean();
}

/** The messages that people got about a dispatch, in order. */
export async function messagesAbout(dispatch: DispatchId): Promise<readonly Message[]> {
  return MessageModel.find({ 'items.dispatch': dispatch }).sort({ sentAt: 1, _id: 1 }).lean();
}
