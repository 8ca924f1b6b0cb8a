import { adminRoutes } from './admin/admin.routes.ts';
import { dispatchesRoutes } from './dispatches/dispatches.routes.ts';
import type { Route } from './http/define-route.ts';
import { frameRoutes } from './http/frame.routes.ts';
import { messagesRoutes } from './messages/messages.routes.ts';
import { registersRoutes } from './registers/registers.routes.ts';
import { restRoutes } from './rest/rest.routes.ts';
import { sessionRoutes } from './session/session.routes.ts';
import { supervisionRoutes } from './supervision/supervision.routes.ts';
import { tasksRoutes } from './tasks/tasks.routes.ts';

/** A feature adds its table here. */
const features: readonly Route[] = [
  ...frameRoutes,
  ...sessionRoutes,
  ...tasksRoutes,
  ...dispatchesRoutes,
  ...registersRoutes,
  ...messagesRoutes,
  ...supervisionRoutes,
  ...adminRoutes,
];

/** Every route of the product, and their description. */
export const routes: readonly Route[] = [...features, ...restRoutes(features)];
