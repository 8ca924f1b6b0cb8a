import { createHash } from 'node:crypto';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { RecordedEvent } from './event.model.ts';

/** The events as lines of the record, each bound to the hash before it. */
export function chained(
  agency: AgencyCode,
  dispatch: DispatchId,
  events: readonly Event[],
  head: string,
): readonly RecordedEvent[] {
  let previous = head;
  return events.map((event) => {
    const json = JSON.stringify(event);
    const hash = linkHash(previous, json);
    const line = {
      _id: `${dispatch}/${event.revision}`,
      agency,
      dispatch,
      revision: event.revision,
      json,
      previous,
      hash,
    };
    previous = hash;
    return line;
  });
}

/**
 * Checks a whole record, first line first.
 * @returns the revision of the first line that does not fit, or undefined when all do
 */
export function firstBreak(lines: readonly RecordedEvent[]): number | undefined {
  let previous = '';
  for (const [index, line] of lines.entries()) {
    const fits =
      line.revision === index + 1 &&
      line.previous === previous &&
      line.hash === linkHash(previous, line.json);
    if (!fits) return index + 1;
    previous = line.hash;
  }
  return undefined;
}

function linkHash(previous: string, json: string): string {
  return createHash('sha256').update(previous).update(json).digest('hex');
}
