import type { DispatchId, RowId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { InboxLine } from '../dispatches/row.model.ts';
import { MessageModel } from '../messages/message.model.ts';

/** That people were reminded of a row: one level of its ladder (E-5). */
export interface Reminder {
  readonly level: string;
  readonly at: Instant;
  readonly people: readonly string[];
}

type Place = `${DispatchId}/${RowId}`;

/** Who was reminded of each row up to an instant, the latest reminder first; a limit's is that of row 0. */
export async function remindersOf(
  lines: readonly Pick<InboxLine, 'dispatch' | 'row'>[],
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly Reminder[]>> {
  const dispatches = [...new Set(lines.map(({ dispatch }) => dispatch))];
  const messages = await MessageModel.find({
    'items.dispatch': { $in: dispatches },
    key: /^level/,
    sentAt: { $lte: asOf },
  })
    .sort({ sentAt: -1 })
    .lean();
  const places = new Map<Place, Map<string, { level: string; at: Instant; people: string[] }>>();
  for (const { key, scheduled, name, items } of messages) {
    for (const { dispatch, row = 0 } of items) {
      const place: Place = `${dispatch}/${row}`;
      const levels = places.get(place) ?? new Map<string, { level: string; at: Instant; people: string[] }>();
      places.set(place, levels);
      const told = levels.get(`${key} ${scheduled}`) ?? {
        level: key.replace('level', ''),
        at: scheduled,
        people: [],
      };
      levels.set(`${key} ${scheduled}`, told);
      told.people.push(name);
    }
  }
  return new Map([...places].map(([place, levels]) => [place, [...levels.values()]]));
}
