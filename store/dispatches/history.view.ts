import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchId } from '../../workflows/rules/ids.ts';
import { EventModel, eventOf } from './event.model.ts';
import { firstBreak } from './hash-chain.ts';

/** The record of a dispatch in order, and the revision of its first line that does not fit its chain. */
export async function historyOf(
  dispatch: DispatchId,
): Promise<{ readonly events: readonly Event[]; readonly brokenAt: number | undefined }> {
  const lines = await EventModel.find({ dispatch }).sort({ revision: 1 }).lean();
  return { events: lines.map(eventOf), brokenAt: firstBreak(lines) };
}
