import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';

/** What shows on no other row, not even on the desk's. */
const OF_ONE_ROW: readonly Event['kind'][] = ['rowRead', 'rowClaimed', 'rowReleased', 'progressReported'];
/** What changes the state of the dispatch, which every row shows. */
const ON_EVERY_ROW: readonly Event['kind'][] = ['workStarted', 'completed', 'refused', 'reopened'];

/** The rows whose lines in inboxes the events change. */
export function touchedRows(state: DispatchState, events: readonly Event[]): ReadonlySet<number> {
  const touched = new Set<number>(events.every(({ kind }) => OF_ONE_ROW.includes(kind)) ? [] : [0]);
  for (const event of events) {
    if ('row' in event) touched.add(event.row);
    if (event.kind === 'assigned') for (const { id } of event.rows) touched.add(id);
    if (event.kind === 'assigned') touched.add(event.parent);
    if (event.kind === 'deadlinesRecalculated') {
      for (const { clock } of event.changes) if ('row' in clock) touched.add(clock.row);
    }
    if (ON_EVERY_ROW.includes(event.kind)) {
      for (const { id } of state.rows) touched.add(id);
    }
  }
  return touched;
}
