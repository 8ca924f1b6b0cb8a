import type { Message, MessageItem } from '../../store/messages/message.model.ts';
import type { Visit } from '../http/define-route.ts';
import { messagesPaths } from './messages.paths.ts';

export const PAGE_SIZE = 30;

/** Later than this after its instant, a message tells that the product had stood still (T-14). */
const LATE_MS = 60_000;

interface Told {
  readonly messages: readonly Message[];
  readonly total: number;
  readonly unread: number;
  readonly page: number;
  /** Where the reader holds the post that was told. */
  readonly agency: string;
}

/** One page of the bell. */
export function messagesModel({ messages, total, unread, page, agency }: Told, { t }: Pick<Visit, 't'>) {
  const first = (page - 1) * PAGE_SIZE;
  const last = first + messages.length;
  return {
    messages: messages.map((message) => messageModel(message, agency, t)),
    unread,
    paths: messagesPaths,
    pages: {
      ...(page > 1 && { previous: `${messagesPaths.list}?page=${page - 1}` }),
      ...(last < total && { next: `${messagesPaths.list}?page=${page + 1}` }),
      position: t('messages:position', { from: Math.min(first + 1, total), to: last, total }),
    },
  };
}

function messageModel(message: Message, agency: string, t: Visit['t']) {
  const { _id, key, scheduled, sentAt, by, items, readAt } = message;
  const count = items.length;
  const isLevel = key.startsWith('level');
  return {
    id: _id,
    unread: readAt === undefined,
    sentence: t(`messages:notice.${key}`, { count, by, agency }),
    sentAt,
    tone: LATE_LEVELS.has(key) ? 'late' : key === 'levelR1' ? 'near' : 'active',
    // T-14: after an outage it still says when it was due to fire.
    ...(isLevel && { scheduled: t('messages:scheduled', { at: scheduled }) }),
    ...(sentAt - scheduled > LATE_MS && { delayed: t('messages:delayed') }),
    items: items.map((item, place) => itemModel(item, place, LATE_LEVELS.has(key), t)),
  };
}

const LATE_LEVELS: ReadonlySet<string> = new Set(['levelL1', 'levelL2', 'levelL3']);

function itemModel(
  { code, subject, dueAt, limit }: MessageItem,
  place: number,
  late: boolean,
  t: Visit['t'],
) {
  const due = dueAt === undefined ? '' : t('messages:due', { at: dueAt });
  const overdue = late && limit ? t(`messages:overdue.${limit}`) : '';
  return { place, code, subject, due, overdue };
}
