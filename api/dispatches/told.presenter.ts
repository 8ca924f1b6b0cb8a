import type { Message } from '../../store/messages/message.model.ts';
import type { OutgoingStatus } from '../../store/exchange/status.model.ts';
import type { Words } from './reading.ts';

export interface StatusView {
  readonly code: string;
  readonly text: string;
  readonly description: string;
  readonly at: number;
}

/** Everyone who was told one thing at one instant. */
export interface MessageView {
  readonly text: string;
  /** When it should have been told, where that was not when it was (T-14, E-5). */
  readonly scheduled: number | undefined;
  readonly sentAt: number;
  readonly people: readonly { readonly name: string; readonly readAt: number | undefined }[];
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
  const together = Map.groupBy(messages, ({ key, sentAt }) => `${sentAt} ${key}`);
  return [...together.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { key, scheduled, sentAt } = first;
    const people = some.map(({ name, readAt }) => ({ name, readAt }));
    const late = sentAt - scheduled >= 60_000;
    return [{ text: t(`dispatches:notice.${key}`), scheduled: late ? scheduled : undefined, sentAt, people }];
  });
}
