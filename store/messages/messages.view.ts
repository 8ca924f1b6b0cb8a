import type { PersonId, PostId } from '../../workflows/rules/ids.ts';
import { type Message, MessageModel } from './message.model.ts';

/** Whom messages are for: a person as one of their posts (U-1). */
export interface Reader {
  readonly person: PersonId;
  readonly post: PostId;
}

/** What a reader was told, newest first. */
export async function messagesFor(reader: Reader, skip: number, limit: number): Promise<readonly Message[]> {
  return MessageModel.find(own(reader)).sort({ sentAt: -1, _id: 1 }).skip(skip).limit(limit).lean();
}

export async function countMessages(reader: Reader): Promise<number> {
  return MessageModel.countDocuments(own(reader));
}

export async function countUnread(reader: Reader): Promise<number> {
  return MessageModel.countDocuments({ ...own(reader), readAt: { $exists: false } });
}

/** One message, if it is the reader's. */
export async function messageFor(reader: Reader, id: string): Promise<Message | undefined> {
  return (await MessageModel.findOne({ _id: id, ...own(reader) }).lean()) ?? undefined;
}

const own = ({ person, post }: Reader) => ({ person, post });
