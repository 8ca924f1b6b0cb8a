import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { engine } from 'express-handlebars';
import type { HelperOptions } from 'handlebars';
import type { TFunction } from 'i18next';
import { assetUrl } from './assets.ts';
import { dayText, instantText, isoText } from './instants.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));

/** All helpers that templates have: anything more is a presenter's work. */
const helpers = {
  t(key: string, options: HelperOptions): string {
    return (options.data as { root: { t: TFunction } }).root.t(key, options.hash as Record<string, unknown>);
  },
  eq: (left: unknown, right: unknown): boolean => left === right,
  asset: assetUrl,
  time: instantText,
  day: dayText,
  iso: isoText,
};

/** Handlebars pages in templates/, compiled once. */
export function useTemplates(app: Express): void {
  const settings = { extname: '.hbs', defaultLayout: 'main', helpers };
  const folders = { layoutsDir: `${templates}/layouts`, partialsDir: `${templates}/partials` };
  const render = engine({ ...settings, ...folders });
  app.engine('hbs', (path, options, callback) => void render(path, options, callback));
  app.set('view engine', 'hbs');
  app.set('views', `${templates}/pages`);
  app.enable('view cache');
}
