import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { engine } from 'express-handlebars';
import type { HelperOptions } from 'handlebars';
import type { TFunction } from 'i18next';
import { assetUrl } from './assets.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const VIETNAM = 7 * 3_600_000;

/** All helpers that templates have: anything more is a presenter's work. */
const helpers = {
  t(key: string, options: HelperOptions): string {
    return (options.data as { root: { t: TFunction } }).root.t(key, options.hash as Record<string, unknown>);
  },
  eq: (left: unknown, right: unknown): boolean => left === right,
  asset: assetUrl,
  /** HH:mm dd/MM/yyyy (T-1). */
  time: (at: number): string => `${local(at).slice(11, 16)} ${day(at)}`,
  day,
  /** For the `datetime` attribute. */
  iso: (at: number): string => `${local(at).slice(0, 19)}+07:00`,
};

/** Handlebars pages in templates/, compiled once. */
export function useTemplates(app: Express): void {
  const settings = { extname: '.hbs', defaultLayout: 'main', helpers };
  const folders = { layoutsDir: `${templates}/layouts`, partialsDir: `${templates}/partials` };
  app.engine('hbs', engine({ ...settings, ...folders }));
  app.set('view engine', 'hbs');
  app.set('views', `${templates}/pages`);
  app.enable('view cache');
}

function day(at: number): string {
  return local(at).slice(0, 10).split('-').reverse().join('/');
}

const local = (at: number): string => new Date(at + VIETNAM).toISOString();
