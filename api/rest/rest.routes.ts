import { z } from 'zod';
import { type Route, route } from '../http/define-route.ts';
import { describeApi } from './openapi.ts';
import { restPaths as paths } from './rest.paths.ts';

const nothing = z.object({});

/** The description of the given routes for programs, and the same as a page for people. */
export function restRoutes(described: readonly Route[]): readonly Route[] {
  const description = describeApi(described);
  return [
    route('get', paths.description, { schema: nothing, permission: 'anyone', audit: 'none' }, () => ({
      kind: 'stream',
      open: (_request, response) => Promise.resolve(void response.json(description)),
    })),
    route('get', paths.docs, { schema: nothing, permission: 'anyone', audit: 'none' }, ({ t }) => ({
      kind: 'page',
      view: 'rest/docs',
      title: t('common:apiDocs'),
      model: { description: paths.description },
    })),
  ];
}
