import type { Message } from '../../store/messages/message.model.ts';
import type { Batch } from '../../workflows/contract/activities.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import { peopleFor } from './recipients.ts';

/** The messages that a batch sends: one for each person and digest, and none to whoever did the act. */
export async function messagesOf({ state, notices }: Batch): Promise<readonly Message[]> {
  const made = await Promise.all(notices.map((notice) => messagesFor(state, notice)));
  return made.flat();
}

async function messagesFor(
  state: DispatchState,
  notice: Batch['notices'][number],
): Promise<readonly Message[]> {
  const { event, about } = notice;
  const actor = 'person' in event.by ? event.by : undefined;
  const people = await peopleFor(state, notice, event.at);
  const row = about && 'row' in about ? state.rows[about.row] : undefined;
  const clock = about && 'limit' in about ? state.limits[about.limit] : row?.clock;
  const shown = state.registration ?? state.envelope;
  const item = {
    dispatch: state.id,
    ...(row && { row: row.id }),
    code: `${shown?.codeNumber ?? ''}/${shown?.codeNotation ?? ''}`,
    subject: shown?.subject ?? '',
    ...(clock && { dueAt: clock.deadline.due }),
  };
  return people
    .filter(({ person }) => person !== actor?.person)
    .map(({ person, post, name }) => ({
      _id: `${person}|${notice.digest ?? `${state.id}/${notice.effect}`}`,
      person,
      post,
      name,
      key: notice.key,
      scheduled: notice.scheduled ?? event.at,
      sentAt: event.at,
      by: actor?.name ?? '',
      items: [item],
    }));
}
