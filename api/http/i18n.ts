import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Handler } from 'express';
import { createInstance, type i18n } from 'i18next';
import Backend from 'i18next-fs-backend';
import { handle, LanguageDetector } from 'i18next-http-middleware';
import { instantText } from './instants.ts';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const folder = fileURLToPath(new URL('../../templates/locales', import.meta.url));

/** Gives each request its language (`?lang=`, then the cookie, then Vietnamese) and its `t`. */
export async function translate(): Promise<Handler> {
  return handle(await translations());
}

/** All texts of the product. */
export async function translations(): Promise<i18n> {
  const i18n = createInstance();
  await i18n
    .use(Backend)
    .use(LanguageDetector)
    .init({
      supportedLngs: [...LOCALES],
      preload: [...LOCALES],
      fallbackLng: 'vi',
      // A file in locales/vi is a namespace: a feature adds its own without telling anybody.
      ns: readdirSync(`${folder}/vi`).map((file) => file.replace('.json', '')),
      defaultNS: 'common',
      backend: { loadPath: `${folder}/{{lng}}/{{ns}}.json` },
      interpolation: { escapeValue: false },
      detection: {
        order: ['querystring', 'cookie'],
        lookupQuerystring: 'lang',
        lookupCookie: 'lang',
        caches: ['cookie'],
        cookieSameSite: 'lax',
      },
    });
  // {{due, instant}} in a sentence of the locales.
  i18n.services.formatter?.add('instant', (at: number) => instantText(at));
  return i18n;
}

/** The language in which a request is answered. */
export function localeOf(language: string): Locale {
  return language === 'en' ? 'en' : 'vi';
}
