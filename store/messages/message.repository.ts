import type { PersonId, PostId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import { MessageModel } from './message.model.ts';

/** Notes that a person as a post read a message, or every one of theirs; what was read before keeps its instant. */
export async function markRead(
  { person, post }: { readonly person: PersonId; readonly post: PostId },
  at: Instant,
  id?: string,
): Promise<void> {
  const filter = { person, post, readAt: { $exists: false }, ...(id !== undefined && { _id: id }) };
  await MessageModel.updateMany(filter, { $set: { readAt: at } });
}
