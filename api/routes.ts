import type { Route } from './http/define-route.ts';
import { frameRoutes } from './http/frame.routes.ts';
import { messagesRoutes } from './messages/messages.routes.ts';
import { sessionRoutes } from './session/session.routes.ts';
import { supervisionRoutes } from './supervision/supervision.routes.ts';
import { tasksRoutes } from './tasks/tasks.routes.ts';

/** Every route of the product: a feature adds its table here. */
export const routes: readonly Route[] = [...frameRoutes, ...sessionRoutes, ...tasksRoutes, ...messagesRoutes, ...supervisionRoutes];
