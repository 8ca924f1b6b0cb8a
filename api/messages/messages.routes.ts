import { z } from 'zod';
import { done } from '../http/answers.ts';
import { type Route, route } from '../http/define-route.ts';
import { messagesData } from './messages.data.ts';
import { openItem, readAll, showMessages } from './messages.handlers.ts';
import { messagesPaths as paths } from './messages.paths.ts';
import { messagesPage, openMessage } from './messages.schema.ts';

const nothing = z.object({});

export const messagesRoutes: readonly Route[] = [
  route(
    'get',
    paths.list,
    { schema: messagesPage, permission: 'acting', audit: 'none', answer: messagesData },
    showMessages,
  ),
  route(
    'post',
    paths.open,
    { schema: openMessage, permission: 'acting', audit: 'MESSAGE_READ', answer: done },
    openItem,
  ),
  route(
    'post',
    paths.readAll,
    { schema: nothing, permission: 'acting', audit: 'MESSAGES_READ', answer: done },
    readAll,
  ),
];
