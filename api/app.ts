import express, { type Express } from 'express';
import { findActor } from './http/acting.ts';
import { serveAsset } from './http/assets.ts';
import { requireCsrfToken } from './http/csrf.ts';
import type { Route } from './http/define-route.ts';
import type { Deps } from './http/deps.ts';
import { notFound, thrown } from './http/error-page.ts';
import { translate } from './http/i18n.ts';
import { logged } from './http/log.ts';
import { compressed, notKept, securityHeaders } from './http/security.ts';
import { api, pages } from './http/serve.ts';
import { sessions } from './http/session.ts';
import { takeUploads } from './http/uploads.ts';
import { useTemplates } from './http/view-engine.ts';

/** The web application; the order of its layers is the order in which a request meets them. */
export async function createApp(deps: Deps, routes: readonly Route[]): Promise<Express> {
  const app = express();
  app.disable('x-powered-by');
  // No answer is kept anywhere, so that none is ever asked for again by its tag.
  app.disable('etag');
  // A proxy in front is on this machine or in this network; from elsewhere its headers are not believed.
  app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
  app.set('query parser', 'extended');
  useTemplates(app);

  app.use(securityHeaders, compressed);
  app.get('/assets/:version/:name', serveAsset);
  app.use(notKept, logged(deps.logger));
  app.use(await translate());
  app.use(sessions(deps), findActor(deps));
  app.use(express.json({ limit: '1mb' }), express.urlencoded({ extended: true, limit: '1mb' }), takeUploads);
  app.use(requireCsrfToken);
  app.use('/api/v1', api(deps, routes));
  app.use(pages(deps, routes));
  app.use(notFound(deps), thrown(deps));
  return app;
}
