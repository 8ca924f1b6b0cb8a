import type { Message, MessageItem } from '../../store/messages/message.model.ts';
import type { Batch } from '../../workflows/contract/activities.ts';
import { codeOf } from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import { shownOf } from '../dispatches/shown.ts';
import { peopleFor } from './recipients.ts';

type Told = Batch['notices'][number];

/** The messages that a batch sends: one for each person and digest, and none to whoever did the act. */
export async function messagesOf({ state, notices }: Batch): Promise<readonly Message[]> {
  const made = await Promise.all(notices.map((notice) => messagesFor(state, notice)));
  return made.flat();
}

async function messagesFor(state: DispatchState, notice: Told): Promise<readonly Message[]> {
  const { event, key, scheduled = event.at } = notice;
  const actor = 'person' in event.by ? event.by : undefined;
  const people = await peopleFor(state, notice, event.at);
  const items = [itemOf(state, notice)];
  return people
    .filter(({ person }) => person !== actor?.person)
    .map(({ person, post, name }) => ({
      _id: `${person}|${matterOf(state, notice)}`,
      ...{ person, post, name, key, scheduled, sentAt: event.at, by: actor?.name ?? '', items },
    }));
}

/** What makes one message of several notices to a person; as a post of another agency they are told apart (U-1). */
function matterOf({ id, agency }: DispatchState, { digest, effect }: Told): string {
  return digest === undefined ? `${id}/${effect}` : `${agency} ${digest}`;
}

function itemOf(state: DispatchState, { about }: Told): MessageItem {
  const shown = shownOf(state);
  const row = about && 'row' in about ? state.rows[about.row] : undefined;
  const limit = about && 'limit' in about ? about.limit : undefined;
  const clock = limit ? state.limits[limit] : row?.clock;
  return {
    dispatch: state.id,
    ...(row && { row: row.id }),
    ...{ code: codeOf(shown), subject: shown.subject },
    ...(clock && { dueAt: clock.deadline.due }),
    ...(limit && { limit }),
  };
}
