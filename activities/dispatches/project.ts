import { writeProjection } from '../../store/dispatches/dispatch.repository.ts';
import type { Projection } from '../../store/dispatches/projection.ts';
import type { Batch, Recorded } from '../../workflows/contract/activities.ts';
import { messagesOf } from '../notices/messages.ts';
import { dispatchLine, inboxLines } from './record.ts';
import { recorded } from './recorded.ts';
import { registerEntries } from './register-lines.ts';

/** Writes what a dispatch decided: events, rows, timeline, messages and owed statuses in one transaction. */
export async function project(batch: Batch): Promise<Recorded | undefined> {
  const { state, events } = batch;
  const written = await writeProjection({
    dispatch: dispatchLine(state),
    events,
    rows: inboxLines(state, events),
    register: registerEntries(state, events),
    requests: batch.requests,
    statuses: statusesOf(batch),
    messages: await messagesOf(batch),
  });
  return written ? undefined : recorded({ agency: state.agency, dispatch: state.id });
}

function statusesOf({ state, statuses }: Batch): Projection['statuses'] {
  return statuses.map(({ effect, arrival, code, description, at }) => ({
    _id: `${state.id}/${effect}/${arrival}`,
    agency: state.agency,
    dispatch: state.id,
    arrival,
    code,
    description,
    at,
  }));
}
