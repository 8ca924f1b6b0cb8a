import type { z } from 'zod';
import { markRead } from '../../store/messages/message.repository.ts';
import { countMessages, countUnread, messageFor, messagesFor } from '../../store/messages/messages.view.ts';
import { agencyByCode } from '../../store/organisation/organisation.view.ts';
import { dispatchPath } from '../dispatches/dispatches.paths.ts';
import type { Visit } from '../http/define-route.ts';
import type { Result } from '../http/result.ts';
import { messagesPaths } from './messages.paths.ts';
import { messagesModel, PAGE_SIZE } from './messages.presenter.ts';
import type { messagesPage, openMessage } from './messages.schema.ts';

/** What the acting post was told, newest first. */
export async function showMessages(visit: Visit<z.output<typeof messagesPage>, 'acting'>): Promise<Result> {
  const { actor, input, t } = visit;
  const [messages, total, unread, agency] = await Promise.all([
    messagesFor(actor, (input.page - 1) * PAGE_SIZE, PAGE_SIZE),
    countMessages(actor),
    countUnread(actor),
    agencyByCode(actor.agency),
  ]);
  const told = { messages, total, unread, page: input.page, agency: agency?.shortName ?? actor.agency };
  const model = messagesModel(told, visit);
  return { kind: 'page', view: 'messages/list', title: t('messages:title'), model };
}

/** Goes to the dispatch that a message is about; the message counts as read. */
export async function openItem(visit: Visit<z.output<typeof openMessage>, 'acting'>): Promise<Result> {
  const { actor, input, now } = visit;
  const item = (await messageFor(actor, input.message))?.items[input.item];
  if (!item) return { kind: 'notFound' };
  await markRead(actor, now, input.message);
  return { kind: 'redirect', to: dispatchPath(item.dispatch) };
}

export async function readAll({ actor, now, t }: Visit<unknown, 'acting'>): Promise<Result> {
  await markRead(actor, now);
  return {
    kind: 'redirect',
    to: messagesPaths.list,
    flash: { tone: 'success', text: t('messages:allRead') },
  };
}
