import type { Message } from '../../store/messages/message.model.ts';
import type { OutgoingStatus } from '../../store/exchange/status.model.ts';
import type { Words } from './reading.ts';

export interface StatusView {
  readonly code: string;
  readonly text: string;
  readonly description: string;
  readonly at: number;
}

export interface MessageView {
  readonly name: string;
  readonly text: string;
  /** When it should have been told, where that was not when it was (T-14, E-5). */
  readonly scheduled: number | undefined;
  readonly sentAt: number;
  readonly readAt: number | undefined;
}

/** What the sender was told, each code with its meaning (flows.md §11). */
export function statusViews(statuses: readonly OutgoingStatus[], t: Words): readonly StatusView[] {
  return statuses.map(({ code, description, at }) => ({
    code,
    text: t(`dispatches:statusCode.${code}`),
    description,
    at,
  }));
}

/** Who was reminded or told of what, and when. */
export function messageViews(messages: readonly Message[], t: Words): readonly MessageView[] {
  return messages.map(({ name, key, scheduled, sentAt, readAt }) => ({
    name,
    text: t(`dispatches:notice.${key}`),
    scheduled: sentAt - scheduled < 60_000 ? undefined : scheduled,
    sentAt,
    readAt,
  }));
}
