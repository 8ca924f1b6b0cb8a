import type { Route } from './http/define-route.ts';
import { frameRoutes } from './http/frame.routes.ts';
import { sessionRoutes } from './session/session.routes.ts';

/** Every route of the product: a feature adds its table here. */
export const routes: readonly Route[] = [...frameRoutes, ...sessionRoutes];
