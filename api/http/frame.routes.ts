import { z } from 'zod';
import { isDatabaseUp } from '../../store/connection.ts';
import { type Route, route } from './define-route.ts';
import { framePaths as paths } from './frame.paths.ts';
import { navigationFor } from './frame.ts';

const nothing = z.object({});

export const frameRoutes: readonly Route[] = [
  route('get', paths.navigation, { schema: nothing, permission: 'acting', audit: 'none' }, async (visit) => {
    const places = await navigationFor(visit.request, visit.deps, visit.now);
    const model = {
      side: places.filter(({ place }) => place === 'side'),
      bell: places.find(({ place }) => place === 'bell'),
    };
    return { kind: 'fragment', view: 'session/navigation', model };
  }),
  route('get', paths.live, { schema: nothing, permission: 'acting', audit: 'none' }, ({ actor, deps }) => ({
    kind: 'stream',
    open: (request, response) => deps.live.open(actor, request, response),
  })),
  route('get', paths.health, { schema: nothing, permission: 'anyone', audit: 'none' }, async () => {
    const up = await isDatabaseUp();
    return {
      kind: 'stream',
      open: (_request, response) =>
        Promise.resolve(void response.status(up ? 200 : 503).json({ database: up })),
    };
  }),
];
